# Writing events: the new event, the sections of the editor, the history.
editor-new = فعالية جديدة
editor-begin = بدء
# The first version of an event.
editor-start = فعالية جديدة
editor-from = الانطلاق من
editor-from-hint = يُنقل ما تحدده أدناه. أما المواعيد فلا تُنقل أبدًا.
editor-from-none = لا شيء: صفحة فارغة
editor-text-language = لغة العنوان
editor-choose = يُرجى الاختيار
editor-sections-label = أقسام هذه الصفحة
editor-texts = النصوص
editor-facts = ماذا وأين
editor-dates = المواعيد
editor-tickets = طرق المشاركة
editor-publication = النشر
editor-save = حفظ
editor-saved = جرى الحفظ.
editor-empty = لا شيء
editor-yes = نعم
editor-no = لا
editor-stale-now = هذا هو المحفوظ الآن حيث يختلف عمّا كتبته:
editor-stale-text = ما كتبته موجود أدناه. يمكنك تغييره، أو حفظه كما هو ليحلّ محلّ المحفوظ.

editor-title = العنوان
editor-title-hint = 120 حرفًا على الأكثر.
editor-summary = الملخّص
editor-summary-hint = جملة أو جملتان، في 300 حرف على الأكثر. يظهر الملخّص في القوائم ونتائج البحث.
editor-description = الوصف
editor-description-hint = السطر الفارغ يبدأ فقرة جديدة. يمكنك كتابة **عريض** و*مائل* و# عنوان و- قائمة و[كلمات](https://example.org).
editor-venue = اسم المكان
editor-venue-hint = كما يسمّيه الناس بهذه اللغة. أما الشارع فموضعه قسم «ماذا وأين».
editor-texts-label = لغة النص
editor-texts-full =
    { $full ->
        [0] لم يكتمل النص بأي لغة بعد
        [zero] لم يكتمل النص بأي لغة بعد
        [one] اكتمل النص بلغة واحدة من { $all }: { $languages }
        [two] اكتمل النص بلغتين من { $all }: { $languages }
        [few] اكتمل النص بـ { $full } لغات من { $all }: { $languages }
        [many] اكتمل النص بـ { $full } لغة من { $all }: { $languages }
       *[other] اكتمل النص بـ { $full } لغة من { $all }: { $languages }
    }
editor-texts-begun = قيد الكتابة: { $languages }
editor-texts-order = إذا غابت لغة ظهر النص بالإنكليزية، وإذا غابت الإنكليزية ظهر بأول لغة متوافرة من هذه اللغات: { $languages }.
editor-text-full = مكتمل
editor-text-begun = قيد الكتابة
editor-text-none = غير موجود
editor-text-remove = إزالة هذه اللغة
editor-text-remove-text = يُزال ما كُتب هنا بهذه اللغة. وتظهر للقرّاء لغة أخرى مكانها.

editor-discipline = نوع النشاط
editor-address = العنوان البريدي
editor-address-hint = الشارع والمدينة، كما يُكتبان على الرسائل.
editor-latitude = خط العرض
editor-latitude-hint = بالدرجات شمالًا، مثل 33.6044. ويمكن ترك الخانة فارغة.
editor-longitude = خط الطول
editor-longitude-hint = بالدرجات شرقًا، مثل {"\u200E"}-7.6156{"\u200E"}. ويمكن ترك الخانة فارغة.
editor-website = صفحتك الخاصة بالفعالية
editor-website-hint = يبدأ عنوانها بـ https://{"\u200E"}. ويمكن ترك الخانة فارغة.
editor-spoken = لغات التواصل
editor-programme = مجالات البرنامج
editor-action = مجالات ثقافة السلام
programme-education = التعليم
programme-youth = الشباب
programme-migration = الهجرة
programme-media = الإعلام
action-education = السلام عن طريق التعليم
action-development = التنمية المستدامة
action-human-rights = حقوق الإنسان
action-equality = المساواة بين المرأة والرجل
action-participation = المشاركة الديمقراطية
action-understanding = التفاهم والتسامح والتضامن
action-communication = حرية تدفق المعلومات
action-peace = السلام والأمن الدوليان

editor-date-add = إضافة موعد
editor-date-change = تغيير
editor-date-change-label = تغيير { $date }
editor-date-change-title = تغيير هذا الموعد
editor-date-moved = تُقدَّم الساعات في ذلك الوقت، ولذلك فإن وقتًا كتبته لا وجود له في ذلك اليوم. وقد قُدّم مع الساعات. يُرجى التحقق منه.
editor-starts = البدء
editor-ends = الانتهاء
editor-ends-hint = للأيام الكاملة، يكفي أي وقت من اليوم الأخير.
editor-all-day = أيام كاملة، من دون وقت
editor-zone = المنطقة الزمنية
editor-zone-hint = التوقيت المعمول به هناك، مثل Africa/Casablanca.
editor-capacity = عدد الأماكن
editor-date-cancel = إلغاء هذا الموعد
editor-date-cancel-text = يبقى الموعد في التقويمات مع الإشارة إلى إلغائه. ولا يعود التسجيل فيه ممكنًا.
editor-date-hold = التراجع عن الإلغاء
editor-date-hold-text = لا يعود الموعد ملغى، ويصبح التسجيل فيه ممكنًا من جديد.
editor-date-delete = حذف هذا الموعد
editor-date-delete-text = لم يطّلع أحد على هذا الموعد بعد. ويُحذف نهائيًا.

editor-tickets-text = يُرجى اختيار طرق المشاركة الممكنة. والعدد يحدّ الأماكن لطريقة واحدة في كل موعد. ومن دون عدد، لا تحدّها إلا أماكن الموعد.
editor-tickets-of-all = كل أماكن الموعد
editor-ticket-capacity = عدد الأماكن: { $ticket }

editor-status = الحالة
editor-checklist = قبل النشر
editor-text-there = النص مكتمل بلغة واحدة
editor-text-missing = يلزم أن يكتمل النص بلغة واحدة
editor-date-there = هناك موعد قادم
editor-date-missing = يلزم موعد قادم
editor-ticket-there = هناك طريقة للمشاركة
editor-ticket-missing = تلزم طريقة للمشاركة
editor-address-there = للمكان عنوان
editor-address-missing = يلزم عنوان للمكان
editor-become-draft = إعادة الفعالية إلى المسودات
editor-become-draft-text = لا يعود أحد يراها. ولا يمكن ذلك إلا ما دام لم يسجّل أحد.
editor-become-published = نشر
editor-become-published-text = يمكن للجميع الاطلاع عليها والتسجيل فيها في الحال.
editor-become-postponed = تأجيل
editor-become-postponed-text = تُبيّن الصفحة أن الموعد الجديد لم يُحدَّد بعد. ولا يمكن التسجيل إلا بعد نشرها من جديد.
editor-become-cancelled = إلغاء الفعالية
editor-become-cancelled-text = تبقى الصفحة وتُبيّن أن الفعالية أُلغيت. وتشير التقويمات إلى إلغاء كل مواعيدها.

workspace-history = تاريخ التغييرات
history-none = لم يتغيّر شيء هنا بعد.
history-versions = النسخ
history-version = النسخة { $version }
history-changes = ما تغيّر في النسخة { $version }
history-nothing = لم يتغيّر شيء من المحفوظ.
history-of = { $field }: { $of }
history-span = من { $starts } إلى { $ends } ({ $zone })
history-status = الحالة
history-title = العنوان
history-summary = الملخّص
history-description = الوصف
history-venue = اسم المكان
history-discipline = نوع النشاط
history-address = العنوان البريدي
history-coordinates = الإحداثيات
history-website = الصفحة الخاصة
history-spoken = لغات التواصل
history-programme = مجالات البرنامج
history-action = مجالات ثقافة السلام
history-date = الموعد
history-places = عدد الأماكن
history-cancelled = الإلغاء
history-ticket = صفة الحضور
history-before = سابقًا:
history-after = الآن:

act-start-event = إنشاء الفعالية
act-write-text = كتابة نص للفعالية
act-remove-text = إزالة نص من الفعالية
act-write-facts = كتابة معلومات الفعالية
act-add-date = إضافة موعد إلى الفعالية
act-change-date = تغيير موعد في الفعالية
act-cancel-date = إلغاء موعد في الفعالية
act-hold-date = التراجع عن إلغاء موعد في الفعالية
act-delete-date = حذف موعد من الفعالية
act-write-tickets = كتابة طرق المشاركة في الفعالية
act-set-status = تغيير حالة الفعالية

invalid-over-limit = النص أطول من اللازم. يُرجى اختصاره.
invalid-website = يلزم هنا عنوان صفحة، مثل https://example.org/peace-cup.
invalid-degrees = يلزم هنا عدد من الدرجات: 90 على الأكثر لخط العرض، و180 على الأكثر لخط الطول.
invalid-places = يلزم هنا عدد صحيح من 0 إلى 100,000.
invalid-below-taken = الأماكن المحجوزة أكثر من هذا العدد. يُرجى كتابة عدد أكبر.
invalid-date-time = يلزم هنا يوم ووقت، مثل {"\u200E"}2027-05-05T19:00{"\u200E"}.
invalid-ends-before-start = لا يمكن أن يسبق الانتهاءُ البدء.
invalid-unknown-zone = لا نعرف هذه المنطقة الزمنية. يُرجى كتابتها على هذا النحو: Africa/Casablanca.
invalid-same-time = يبدأ موعد آخر من مواعيد هذه الفعالية في هذا الوقت.
invalid-too-many-dates = للفعالية الواحدة 50 موعدًا على الأكثر. وإن زادت المواعيد، أمكن إنشاء فعالية أخرى.
invalid-has-registrations = هناك من سجّلوا، ولذلك لا بدّ أن يبقى هذا.
invalid-announced = أُعلن هذا الموعد، ولذلك يمكن إلغاؤه ولا يمكن حذفه.
invalid-last-text = هذه هي اللغة الوحيدة، ولذلك لا بدّ أن تبقى.
invalid-not-ready = ينقص شيء قبل أن يصبح النشر ممكنًا. يُرجى الاطلاع على القائمة.
invalid-stale = حفظ شخص آخر هذا أثناء كتابتك. ولم يُحفظ شيء ممّا كتبته.
