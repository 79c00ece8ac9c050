# The organisers' pages: where one is, what there is, how full it is.
workspace-home = تنظيم الفعاليات
workspace-account = حسابك
workspace-events = الفعاليات
workspace-members = الأعضاء
workspace-audit = السجل
workspace-overview = نظرة عامة
workspace-edit = تحرير
workspace-registrations = من سيحضر
workspace-trail-label = مكانك الحالي
workspace-tabs-label = الأقسام
workspace-none-title = لا عضوية لك في أي جهة بعد
workspace-none-text = يمكنك طلب دعوة بهذا العنوان من أحد المالكين في جهتك.
workspace-drafts-count =
    { $count ->
        [zero] لا مسودات
        [one] مسودة واحدة
        [two] مسودتان
        [few] { $count } مسودات
        [many] { $count } مسودة
       *[other] { $count } مسودة
    }
workspace-undelivered =
    { $count ->
        [zero] لا رسائل تعذّر تسليمها
        [one] رسالة واحدة تعذّر تسليمها
        [two] رسالتان تعذّر تسليمهما
        [few] { $count } رسائل تعذّر تسليمها
        [many] { $count } رسالة تعذّر تسليمها
       *[other] { $count } رسالة تعذّر تسليمها
    }
workspace-nothing-soon = لا فعاليات معلنة في الوقت الحالي.
workspace-all-events = كل الفعاليات
workspace-which-label = أي فعاليات
workspace-upcoming = القادمة
workspace-upcoming-none = لا فعاليات معلنة في الوقت الحالي.
workspace-drafts = المسودات
workspace-drafts-none = لا مسودات.
workspace-past = المنتهية
workspace-past-none = لا فعاليات منتهية بعد.
workspace-no-date = لم يُحدَّد الموعد بعد
workspace-dates =
    { $count ->
        [zero] لا مواعيد
        [one] موعد واحد
        [two] موعدان
        [few] { $count } مواعيد
        [many] { $count } موعدًا
       *[other] { $count } موعد
    }
workspace-taken = الأماكن المحجوزة: { $taken } من { $capacity }
workspace-taken-of-any = الأماكن المحجوزة: { $taken }
status-draft = مسودة
status-published = نُشرت
status-postponed = أُجّلت
status-cancelled = أُلغيت
overview-public = عرض الصفحة العامة
overview-tickets = الأماكن حسب صفة الحضور
menu-organise = للمنظّمين
numbers-title = مسار التسجيل
numbers-chart = عدد من لهم أماكن، يومًا بعد يوم، من { $from } إلى { $until }. وفي النهاية: { $coming }.
numbers-table = الأرقام
numbers-day = اليوم
numbers-registered = المسجَّلون
numbers-given-back = الأماكن المتخلَّى عنها
numbers-coming = من سيحضر
numbers-languages = لغات من سيحضر
