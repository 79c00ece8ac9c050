# الصفحات التي يقرؤها الجمهور كما يكتبها أصحابها.
workspace-page = صفحتنا
editor-preview = عرض المعاينة
editor-picture = الصورة
editor-organisation-facts = من أنتم وأين يجدكم الناس
editor-logo = الشعار

writing-marks-label = تنسيق النص
writing-bold = عريض
writing-italic = مائل
writing-heading = عنوان
writing-list = قائمة
writing-numbers = قائمة مرقّمة
writing-link = رابط
writing-shown = هكذا يبدو النص

picture-file = الملف
picture-file-hint = ملف PNG أو JPEG أو WebP حتى 10 ميغابايت. يُحذف مكان التقاط الصورة وكل ما يكشفه الملف غير ذلك.
picture-alt = ما يظهر في الصورة، لمن لا يراها: { $of }
picture-focus-x = موضع الأهم، من اليسار إلى اليمين
picture-focus-x-hint = بالنسبة المئوية: 0 هو الحافة اليسرى، و50 هو الوسط.
picture-focus-y = موضع الأهم، من الأعلى إلى الأسفل
picture-focus-y-hint = بالنسبة المئوية: 0 هو الحافة العليا، و50 هو الوسط.
picture-remove = إزالة
editor-picture-text = تحلّ محلّ الزخرفة في الصفحة وفي القوائم. لا تُظهروا إلا من وافق على ذلك.
editor-picture-now = الصورة الحالية
editor-picture-unseen = لا تظهر بعدُ في: { $languages }. اكتب هناك ما يظهر في الصورة.
editor-picture-remove-text = تُحذف الصورة، وتعود الزخرفة مكانها.
history-picture = الصورة
history-alt = ما يظهر في الصورة
history-focus = موضع الأهم في الصورة

preview-note = هذا ما يراه القرّاء. أمّا استمارة التسجيل وروابط التقويم فلا تظهر إلا في الصفحة العامة.
preview-no-date = لا يوجد موعد بعد، فلا شيء يُعرض. أضف موعدًا أولًا.
preview-back = العودة إلى الفعالية
preview-title = معاينة: { $title }
preview-language-label = لغة القارئ
preview-label = معاينة

organisation-name = الاسم
organisation-name-hint = حتى 120 حرفًا.
organisation-summary = باختصار
organisation-summary-hint = جملة أو جملتان، حتى 300 حرف.
organisation-description = ما الذي تفعلونه
organisation-description-hint = السطر الفارغ يبدأ فقرة جديدة. يمكنك كتابة **عريض** و*مائل* و# عنوان و- قائمة و[كلمات](https://example.org).
organisation-kind = نوع المنظمة
organisation-email = البريد الإلكتروني
organisation-email-hint = يستطيع الجميع رؤيته والكتابة إليه.
organisation-links = الروابط
organisation-links-text = صفحاتكم الخاصة، ويبدأ كل منها بـ https://. اتركوا فارغًا ما لا تحتاجون إليه.
organisation-link = الرابط { $of }
organisation-logo-text = يظهر في رأس صفحتكم. وتبقى الأجزاء الشفافة شفافة.
organisation-logo-remove-text = يُحذف الشعار، وتحلّ زخرفة مكانه.

act-write-picture = غيّر صورة
act-remove-picture = أزال صورة
act-write-organisation = غيّر ما تقوله المنظمة عن نفسها
act-write-organisation-text = كتب نصًّا للمنظمة
act-remove-organisation-text = أزال نصًّا للمنظمة
act-write-logo = غيّر شعار المنظمة
act-remove-logo = أزال شعار المنظمة

invalid-last-language = هذه هي اللغة الوحيدة، فيجب أن تبقى.
invalid-picture-kind = هذه ليست صورة PNG أو JPEG أو WebP. اختر ملفًا آخر.
invalid-picture-broken = هذه الصورة تالفة أو ناقصة. اختر ملفًا آخر.
invalid-picture-large = هذا الملف أكبر من 10 ميغابايت. صغّره أو اختر غيره.
invalid-picture-pixels = في هذه الصورة أكثر من 40 ميغابكسل. صغّرها أو اختر غيرها.
invalid-picture-moves = هذه الصورة متحركة. اختر صورة ثابتة.
invalid-picture-quota = لدى منظمتكم 200 صورة، وهو الحد الأقصى. أزيلوا واحدة أولًا.
invalid-percent = يجب أن يكون عددًا صحيحًا من 0 إلى 100.
