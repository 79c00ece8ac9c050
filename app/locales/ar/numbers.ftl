# Numbers to look at, files to take away, and what needs a look today.
workspace-numbers = الأرقام
attendance-export-sheet = تنزيل القائمة في جدول Excel
act-export-record = تنزيل السجل في ملف

audit-who = من
audit-anyone = الجميع
audit-what = ماذا
audit-anything = كل الأعمال
audit-from = من يوم
audit-until = إلى يوم
audit-count =
    { $count ->
        [zero] لا أعمال
        [one] عمل واحد
        [two] عملان
        [few] { $count } أعمال
        [many] { $count } عملًا
       *[other] { $count } عمل
    }
audit-export = تنزيل السجل في ملف CSV
audit-chain-title = هل السجل سليم؟
audit-chain-text = يحمل كل عمل بصمة له وللعمل الذي قبله. فإذا غيّر أحد عملًا في قاعدة البيانات أو حذفه أو أضافه، لم تعد البصمات متطابقة، وتبيّن هذه الصفحة الموضع. احتفظ بنسخة من السجل حتى يمكن إثبات ذلك لاحقًا.
audit-chain-whole =
    { $count ->
        [zero] السجل سليم، وليس فيه أعمال بعد.
        [one] السجل سليم: عمل واحد كما كُتب.
        [two] السجل سليم: عملان كما كُتبا.
        [few] السجل سليم: { $count } أعمال، كلٌّ منها كما كُتب.
        [many] السجل سليم: { $count } عملًا، كلٌّ منها كما كُتب.
       *[other] السجل سليم: { $count } عمل، كلٌّ منها كما كُتب.
    }
audit-chain-broken = السجل غير سليم. العمل رقم { $number } غُيِّر أو هو مفقود. أبلِغ الجهة المشغّلة لهذا الموقع واحتفظ بما لديك.
audit-back = العودة إلى السجل
audit-number = الرقم
audit-when = متى
audit-code = الرمز
audit-kind = نوع الشيء
audit-object = الشيء
audit-detail = التفاصيل
audit-hash = البصمة

numbers-link = أرقام التسجيل والحضور
numbers-none = لم يسجّل أحد بعد. ستظهر الأرقام هنا منذ أول تسجيل.
numbers-places = يبيّن الخط عدد الأماكن: { $places }. ويُرسم حين يقترب العدد منه.
numbers-given-back-title = الأماكن المتخلَّى عنها
numbers-given-back-chart = الأماكن المتخلَّى عنها، يومًا بعد يوم. المجموع: { $count }.
numbers-who = من سيحضر
numbers-tickets = صفة الحضور
numbers-arrivals = الوصول
numbers-arrivals-chart = عدد الواصلين في كل ربع ساعة، من { $from } إلى { $until }.
numbers-here-of = وصلوا، من أصل { $expected } لهم أماكن
numbers-again = تحديث
numbers-live = تُحدَّث الأرقام تلقائيًا.
numbers-quarter = ربع الساعة ابتداءً من
numbers-expected = المتوقَّعون
numbers-came = الحاضرون
numbers-missing = الغائبون
numbers-share = النسبة
numbers-percent = { $share }%
numbers-came-title = من حضر
numbers-came-of = حضر { $came } من أصل { $expected }. عدد الغائبين: { $missing }.
numbers-door-not-kept = لم يُسجَّل حضور أحد عند الباب، فلا يُعرف من حضر.
numbers-not-known = غير معروف
numbers-dates = مقارنة المواعيد
numbers-dates-chart = عدد من لهم أماكن في كل موعد، بدءًا من الموعد الأول.
numbers-capacity = الأماكن

today-attention = يحتاج إلى نظر
today-calm = لا شيء يحتاج إلى نظر اليوم.
today-next = القادم
today-first-title = فعاليتك الأولى
today-first-text = أعطها عنوانًا وموعدًا ومكانًا ثم أعلِنها. لن يراها أحد قبل ذلك.
today-late =
    { $count ->
        [zero] لا رسائل متأخرة
        [one] رسالة واحدة متأخرة ما زالت تنتظر الإرسال
        [two] رسالتان متأخرتان ما زالتا تنتظران الإرسال
        [few] { $count } رسائل متأخرة ما زالت تنتظر الإرسال
        [many] { $count } رسالة متأخرة ما زالت تنتظر الإرسال
       *[other] { $count } رسالة متأخرة ما زالت تنتظر الإرسال
    }
today-more =
    { $count ->
        [zero] لا شيء آخر
        [one] وواحد آخر
        [two] واثنان آخران
        [few] و{ $count } أخرى
        [many] و{ $count } غيرها
       *[other] و{ $count } غيرها
    }
today-not-announced = تبدأ قريبًا ولم تُعلَن بعد
today-full = امتلأت الأماكن
today-nearly-full = أوشكت الأماكن أن تمتلئ: { $taken } من { $capacity }
today-untranslated =
    { $count ->
        [zero] لا تنقصها لغة
        [one] تنقصها لغة واحدة من لغات منظمتك
        [two] تنقصها لغتان من لغات منظمتك
        [few] تنقصها { $count } لغات من لغات منظمتك
        [many] تنقصها { $count } لغة من لغات منظمتك
       *[other] تنقصها { $count } لغة من لغات منظمتك
    }
