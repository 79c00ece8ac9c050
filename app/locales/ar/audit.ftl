# The record: who did what.
audit-lead = كل ما جرى هنا، ومن أجراه، ومتى. ولا يمكن لأحد تغييره أو حذفه.
audit-search = البحث في السجل
audit-none = لم يجرِ شيء بعد، أو لا نتائج مطابقة.
audit-participant = مشارك أو مشاركة
audit-operator = الجهة المشغّلة لهذا الموقع
act-register = تسجيل
act-give-back = التخلي عن أماكن
act-invite = دعوة
act-join = انضمام
act-withdraw = سحب دعوة
act-change-role = تغيير دور
act-remove = إزالة دور
act-add = إضافة المنظمة
