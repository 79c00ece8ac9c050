home-title = برنامج الفعاليات
home-lead = رياضة وموسيقى وترفيه تقرّب بين المجتمعات. يمكنك العثور على ما يناسبك بالقرب منك، وحجز مكان في أقل من دقيقة.
home-next = الفعاليات القادمة
home-nothing = لا فعاليات معلنة في الوقت الحالي. نرحّب بعودتك قريبًا.
home-all = كل الفعاليات
home-categories = ما الذي يستهويك؟

category-sports = الرياضة
category-music = الموسيقى
category-entertainment = الترفيه

list-title = الفعاليات
list-count =
    { $count ->
        [0] لا فعاليات
        [zero] لا فعاليات
        [one] فعالية واحدة
        [two] فعاليتان
        [few] { $count } فعاليات
        [many] { $count } فعالية
       *[other] { $count } فعالية
    }
list-nothing = لا نتائج مطابقة. يمكنك تجربة كلمات أقل أو فئة أخرى أو تواريخ أخرى.
filters = خيارات التصفية
filter-category = الفئة
filter-all = الكل
filter-from = من تاريخ
filter-to = إلى تاريخ
filter-show = عرض الفعاليات
pages-label = الصفحات
pages-earlier = مواعيد أسبق
pages-later = مواعيد لاحقة
pages-number = الصفحة { $page } من { $pages }
all-day = طوال اليوم
further-dates =
    { $count ->
        [zero] لا مواعيد أخرى
        [one] موعد آخر
        [two] موعدان آخران
        [few] { $count } مواعيد أخرى
        [many] { $count } موعدًا آخر
       *[other] { $count } موعد آخر
    }

when-hours = { $day }، من { $starts } إلى { $ends }
when-days = من { $first } إلى { $last }
when-days-hours = من { $first }، الساعة { $starts }، إلى { $last }، الساعة { $ends }
when-zone = { $zone } ({ $offset })
when-start = { $day }، { $time }

places-left =
    { $count ->
        [zero] لم يبقَ أي مكان
        [one] بقي مكان واحد
        [two] بقي مكانان
        [few] بقيت { $count } أماكن
        [many] بقي { $count } مكانًا
       *[other] بقي { $count } مكان
    }
places-last =
    { $count ->
        [zero] لم يبقَ أي مكان
        [one] آخر مكان
        [two] آخر مكانين
        [few] آخر { $count } أماكن
        [many] آخر { $count } مكانًا
       *[other] آخر { $count } مكان
    }
places-full = اكتمل العدد
places-past = انتهى التسجيل
places-cancelled = أُلغيت
places-postponed = أُجّلت

held-by = من تنظيم
fact-when = متى
fact-where = أين
fact-language = لغات التواصل
fact-places = الأماكن
fact-free = الحضور مجاني. والتسجيل متاح حتى موعد البدء.
map = الخريطة
website = المزيد على موقع الجهة المنظِّمة
description-label = عن هذه الفعالية
dates-title = اختيار الموعد
tickets-title = طرق المشاركة

ticket-participant = مشارك أو مشاركة
ticket-participant-note = للمشاركة في كل شيء.
ticket-player = لاعب أو لاعبة
ticket-player-note = للّعب، فرديًا أو ضمن فريق.
ticket-performer = فنان أو فنانة
ticket-performer-note = للأداء على المسرح.
ticket-spectator = من الجمهور
ticket-spectator-note = للمشاهدة والاستماع.
ticket-volunteer = متطوع أو متطوعة
ticket-volunteer-note = للمساعدة على إنجاح الفعالية.
ticket-media = من وسائل الإعلام
ticket-media-note = للتغطية الإعلامية.

notice-cancelled = أُلغيت هذه الفعالية.
notice-date-cancelled = أُلغي هذا الموعد.
notice-postponed = أُجّلت هذه الفعالية، ولم يُحدَّد الموعد الجديد بعد.
notice-past = حلّ هذا الموعد أو انقضى، ولم يعد التسجيل فيه ممكنًا.
notice-full = كل الأماكن محجوزة. وإذا تخلّى أحد عن مكانه، عاد التسجيل متاحًا هنا.
notice-others = عرض فعاليات أخرى

organisation-write = مراسلة الجهة المنظِّمة
organisation-events = فعالياتها
kind-governmental = جهة حكومية
kind-intergovernmental = منظمة حكومية دولية
kind-civil-society = منظمة من المجتمع المدني
kind-religious = جهة دينية
kind-youth = مجموعة شبابية
kind-women = مجموعة نسائية
kind-grassroots = مبادرة أهلية
kind-media = وسيلة إعلام
kind-academic = مدرسة أو جامعة
kind-private = شركة

spoken-ar = العربية
spoken-zh = الصينية
spoken-en = الإنكليزية
spoken-fr = الفرنسية
spoken-ru = الروسية
spoken-es = الإسبانية
