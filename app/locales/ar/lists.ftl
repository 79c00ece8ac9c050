# Working with many registrations: tags, columns, filters, what is done to many at once.
lists-clear = إزالة كل عوامل التصفية
lists-any = الكل
lists-noted-yes = مع ملاحظة
lists-undelivered-yes = مع رسالة لم تُسلَّم
lists-registered-from = التسجيل من
lists-registered-to = التسجيل حتى
lists-columns = الأعمدة
lists-columns-legend = عرض هذه الأعمدة
lists-columns-button = عرض
lists-columns-usual = الأعمدة المعتادة
lists-position = الترتيب داخل التسجيل
lists-tags = الوسوم
lists-tag = الوسم
lists-any-tag = بوسوم أو بدونها
lists-tags-none = لا توجد وسوم.
lists-tag-button = إضافة الوسم
lists-untag = إزالة الوسم
lists-untag-of = إزالة الوسم «{ $tag }»
lists-tag-delete = حذف وسم
lists-tag-delete-text = الوسم الذي لم يعد يحمله أحد يفسح المجال لغيره: للفعالية 20 وسمًا على الأكثر.
lists-tagged = أُضيف الوسم.
lists-untagged = أُزيل الوسم.
lists-tag-deleted = حُذف الوسم.

bulk-choose = إجراء على المحدَّدين
bulk-choose-all = إجراء على كل القائمة ({ $count })
bulk-title = عدة تسجيلات معًا
bulk-chosen =
    { $count ->
        [zero] لم يُحدَّد أي تسجيل.
        [one] حُدِّد تسجيل واحد.
        [two] حُدِّد تسجيلان.
        [few] حُدِّدت { $count } تسجيلات.
        [many] حُدِّد { $count } تسجيلًا.
       *[other] حُدِّد { $count } تسجيل.
    }
bulk-text = لم يُنفَّذ أي شيء بعد. يمكن التراجع عن الوسوم ونقل المواعيد والإلغاء خلال عشر دقائق.
bulk-tags-title = إضافة وسم أو إزالته
bulk-tag-title = إضافة وسم
bulk-untag-title = إزالة وسم
bulk-move-title = النقل إلى موعد آخر
bulk-move-text = يُنقل كل تسجيل كاملًا، وفقط إذا وُجدت أماكن لكل من يشملهم. وتصل رسالة إلى جهات الاتصال.
bulk-move-to = الموعد الجديد
bulk-move-date = { $date } · الأماكن المتبقية: { $left }
bulk-move-button = نقل
bulk-write-title = كتابة رسالة
bulk-write-text = تصل إلى كل جهة اتصال. وتُستبدل هذه الكلمات:
bulk-subject = الموضوع
bulk-letter = النص
bulk-preview-button = العرض قبل الإرسال
bulk-preview = هذا ما يصل إلى أول المستلمين
bulk-write-button = الإرسال إلى الجميع ({ $count })
bulk-cancel-title = التخلي عن الأماكن
bulk-cancel-button = التخلي عن أماكنهم
bulk-cancel-text = سيُلغى حضور من حدّدتهم، وتصبح أماكنهم متاحة لغيرهم في الحال. وتصل رسالة إلى جهات الاتصال.
bulk-done = نُفِّذ: { $count }
bulk-undone = جرى التراجع: { $count }
bulk-not = لم يُنفَّذ: { $count }. { $reason }
bulk-outcome-done = نُفِّذ.
bulk-outcome-nothing = لم يكن هناك ما يتغيّر.
bulk-outcome-not-coming = جرى التخلي عن المكان، والحضور غير متوقَّع.
bulk-outcome-past = بدأ الموعد أو انقضى.
bulk-outcome-full = لا توجد أماكن كافية.
bulk-outcome-closed = التسجيل في الفعالية غير مفتوح.
bulk-outcome-here = تأكّد وصول أحد من يشملهم التسجيل.
bulk-outcome-changed = تغيّر التسجيل بعد ذلك.
bulk-progress = عولج { $done } من { $total }
bulk-look-again = عرض ما أُنجز حتى الآن
bulk-undo = تراجع
bulk-undo-text = يمكن التراجع عن ذلك حتى { $time }.
bulk-refused = لم يُنفَّذ

mail-kind-moved = النقل إلى موعد آخر
mail-kind-letter = رسالة من المنظمين
mail-moved-subject = موعدك الجديد: { $event }
mail-moved-opening = نقل المنظمون تسجيلك في { $event } إلى موعد آخر، وهو مبيَّن أدناه. يُرجى حذف الموعد السابق من تقويمك.
mail-letter-subject = كلمة من المنظمين: { $event }
mail-letter-opening = كتب إليك منظمو { $event }.

act-tag = إضافة وسم
act-untag = إزالة وسم
act-delete-tag = حذف وسم
act-bring-back = إعادة مكان ملغى
act-move = النقل إلى موعد آخر
act-write = كتابة رسالة
act-bulk = تغيير تسجيلات كثيرة
act-bulk-undo = التراجع عن تغيير تسجيلات كثيرة

invalid-too-many-tags = يمكن أن يكون للفعالية 20 وسمًا. يُرجى حذف وسم لا يحمله أحد.
invalid-tag-in-use = ما زال هناك من يحمل هذا الوسم. يُرجى إزالته عن الجميع أولًا.
invalid-nobody-chosen = لم يُحدَّد أحد. يُرجى تحديد شخص واحد على الأقل في القائمة.
invalid-unknown-placeholder = لا يجوز أن يوضع بين القوسين المعقوفين إلا الكلمات المذكورة.

by-hand-title = إضافة أشخاص يدويًا
by-hand-text = لمن يتصل أو يحضر إلى الباب. يشغلون الأماكن كغيرهم، ولا تُتجاوز الأماكن الموجودة.
by-hand-contact-name = اسم جهة الاتصال
by-hand-contact-email = البريد الإلكتروني لجهة الاتصال
by-hand-mail = إرسال التذكرة بالبريد الإلكتروني
by-hand-person = الشخص { $number }
by-hand-more = أشخاص آخرون
by-hand-button = إضافة
by-hand-added = أُضيف التسجيل.
act-add = إضافة تسجيل يدويًا

import-title = إضافة أشخاص من ملف
import-text = ملف CSV لا يتجاوز 50,000 سطر و10 ميغابايت، كما تحفظه برامج الجداول. كل سطر شخص واحد. ولا يُضاف أحد قبل أن تطّلع على ما في الملف.
import-columns-text = يلزم اسم كل شخص وبريده الإلكتروني، ويمكن إضافة جهة الاتصال وصفة الحضور والموعد واللغة.
import-file = الملف
import-look = عرض المحتوى
import-other = اختيار ملف آخر
import-look-again = العرض من جديد
import-total = عدد الأسطر في الملف: { $count }
import-new = أشخاص جدد: { $count }
import-twice = موجودون في القائمة أو مكرَّرون في الملف، ولن يُضافوا: { $count }. الأسطر:
import-mistakes = الأخطاء: { $count }
import-nothing = لا يُضاف أحد ما دام هناك خطأ. يُرجى تصحيح الملف واختياره من جديد، أو اختيار الأعمدة الصحيحة.
import-place = السطر { $line }، { $column }:
import-mail = إرسال التذكرة إلى كل شخص بالبريد الإلكتروني
import-button = إضافة الأشخاص الجدد
import-columns = محتوى كل عمود
import-no-column = غير موجود في الملف
import-done = أُضيف: { $count }
act-import = إضافة من ملف
invalid-no-rows = لا يوجد شخص جديد في هذا الملف.
invalid-long-file = الملف أطول من اللازم: 50,000 سطر و10 ميغابايت على الأكثر.
invalid-no-table = هذا ليس ملف CSV تمكن قراءته. يُرجى حفظ الجدول بصيغة CSV والمحاولة من جديد.
invalid-wrong-rows = في الملف خطأ. لم يُضف أحد.
