# Who comes: the list, the door, one registration, files.
attendance-search = الاسم أو البريد أو الرقم المرجعي في التذكرة
attendance-search-names = الاسم أو الرقم المرجعي في التذكرة
attendance-date = الموعد
attendance-any-date = كل المواعيد
attendance-ticket = صفة الحضور
attendance-any-ticket = كل صفات الحضور
attendance-state = الحالة
attendance-any-state = كل الحالات
attendance-here = عند الباب
attendance-any-here = وصلوا أو لم يصلوا
attendance-here-yes = تأكّد الوصول
attendance-here-no = لم يتأكّد الوصول
attendance-language = اللغة
attendance-any-language = كل اللغات
attendance-order = الترتيب
attendance-order-time = حسب وقت التسجيل
attendance-order-name = حسب الاسم
attendance-count =
    { $count ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
attendance-none = لا نتائج مطابقة. يمكنك تجربة كلمات أقل أو خيارات تصفية أقل.
attendance-nobody = لم يسجّل أحد بعد.
attendance-name = الاسم
attendance-contact = جهة الاتصال
attendance-email = عنوان البريد الإلكتروني
attendance-registered = وقت التسجيل
attendance-reference = الرقم المرجعي
attendance-here-since = تأكّد الوصول:
attendance-list-label = من سيحضر
attendance-check-in = تأكيد الوصول
attendance-check-in-of = تأكيد الوصول: { $name }
attendance-check-in-undo = إلغاء تأكيد الوصول
attendance-check-in-undo-of = إلغاء تأكيد الوصول: { $name }
attendance-is-here = { $name }: تأكّد الوصول، الساعة { $time }.
attendance-was-here = { $name }: سبق تأكيد الوصول، الساعة { $time }. يُرجى التحقق من التذكرة، فربما استخدمها شخص آخر من قبل.
attendance-is-not-here = { $name }: لم يتأكّد الوصول.
attendance-has-gone = { $name }: جرى التخلي عن المكان، والحضور غير متوقَّع.
attendance-export = تنزيل القائمة في ملف CSV
attendance-door-list = قائمة الباب، للطباعة
place-coming = الحضور متوقَّع
place-given-back = جرى التخلي عن المكان

door-list-title = قائمة الباب
door-list-text = الأسماء فقط. يُرجى طباعتها، ووضع علامة عند اسم من يصل، ثم إتلافها بعد ذلك.
door-list-date = عرض الموعد
door-list-more = لا تضم القائمة إلا أول { $shown } من { $total }. يمكنك اختيار موعد، أو استخدام البحث عند الباب.
door-list-none = لا أحد سيحضر في هذا الموعد حتى الآن.

registration-title = التسجيل { $reference }
registration-contact = جهة الاتصال
registration-people = من يشملهم التسجيل
registration-mails = الرسائل
registration-mails-none = لم تُكتب أي رسالة.
registration-mail = الرسالة
registration-mail-state = الحالة
registration-mail-when = متى
registration-mail-attempts = المحاولات
registration-history = ما جرى
registration-notes = الملاحظات
registration-notes-text = لا يطّلع عليها إلا أعضاء جهتك. يُرجى عدم كتابة ما لا يصحّ أن يطّلع عليه الشخص المعني، فمن حقّه أن يطلبها.
registration-note = ملاحظة جديدة
registration-note-button = إضافة الملاحظة
registration-note-added = أُضيفت الملاحظة.
registration-send = إرسال التذكرة من جديد
registration-send-text = تُرسل إلى { $email } رسالة فيها التذكرة بمعلوماتها الحالية.
registration-sent = التذكرة في طريقها.
registration-given-back = أصبح المكان شاغرًا. وأُرسلت رسالة إلى جهة الاتصال.
registration-give-back-one = التخلي عن المكان
registration-give-back-one-text = سيُلغى حضور { $name }، ويصبح المكان متاحًا لغيره في الحال. وتصل رسالة إلى جهة الاتصال.
registration-give-back-all = التخلي عن كل الأماكن
registration-give-back-all-text = سيُلغى في الحال حضور كل من يشملهم هذا التسجيل. وتصل رسالة إلى جهة الاتصال.
registration-back = العودة إلى القائمة
mail-kind-confirmed = التذكرة
mail-kind-changed = جرى التخلي عن مكان
mail-kind-cancelled = جرى التخلي عن كل الأماكن
mail-status-pending = في انتظار الإرسال
mail-status-sending = قيد الإرسال
mail-status-sent = سُلّمت إلى خادم البريد
mail-status-dead = تعذّر تسليمها
act-check-in = تأكيد وصول
act-check-in-undo = إلغاء تأكيد وصول
act-send-again = إرسال التذكرة من جديد
act-note = كتابة ملاحظة
act-export = تنزيل القائمة في ملف
history-participant = جهة الاتصال
history-house = الجهة المشغّلة لهذا الموقع

invalid-not-coming = جرى التخلي عن مكان هذا الشخص، وحضوره غير متوقَّع.
invalid-mail-under-way = هناك رسالة في طريقها إلى هذا الشخص بالفعل. يُرجى الانتظار حتى تُرسل.
invalid-long-note = الحد الأقصى للملاحظة 2,000 حرف. يُرجى اختصارها.
