# States of registrations: waiting, offers, the word of an organiser, the address.
places-waitlist = مكتمل، مع قائمة انتظار
places-some = توجد أماكن
notice-waitlist = كل الأماكن محجوزة أو ينتظرها آخرون. انضمّ إلى قائمة الانتظار أو ابحث عن شيء آخر.
wait-title = الانضمام إلى قائمة الانتظار
wait-button = انضمّ إلى قائمة الانتظار
wait-note = تنتظرون معًا: حين تتوفر أماكن لكم جميعًا نعرضها عليكم بالبريد.
wait-legend = إن اضطررتم إلى الانتظار
wait-partly = بعضنا يأتي من دون الآخرين. الأماكن للأوائل في القائمة، ولا ينتظر الباقون بعدها.
wait-also = هذه المواعيد تناسبنا أيضًا:
confirms-address-note =
    { $count ->
        [zero] نرسل إليكم رابطًا. تُحفظ أماكنكم { $count } دقيقة حتى تفتحوه وتؤكدوا عنوانكم.
        [one] نرسل إليكم رابطًا. تُحفظ أماكنكم دقيقة واحدة حتى تفتحوه وتؤكدوا عنوانكم.
        [two] نرسل إليكم رابطًا. تُحفظ أماكنكم دقيقتين حتى تفتحوه وتؤكدوا عنوانكم.
        [few] نرسل إليكم رابطًا. تُحفظ أماكنكم { $count } دقائق حتى تفتحوه وتؤكدوا عنوانكم.
        [many] نرسل إليكم رابطًا. تُحفظ أماكنكم { $count } دقيقة حتى تفتحوه وتؤكدوا عنوانكم.
       *[other] نرسل إليكم رابطًا. تُحفظ أماكنكم { $count } دقيقة حتى تفتحوه وتؤكدوا عنوانكم.
    }
confirms-approval-note = المنظمون يقررون من يحضر. تُحفظ أماكنكم حتى ذلك الحين، ثم تصلكم رسالة.
manage-pending-email-title = أكّدوا عنوانكم
manage-pending-email-text = أرسلنا رابطًا إلى { $email }. افتحوه واضغطوا الزر: أماكنكم محفوظة حتى { $moment }.
manage-pending-approval-title = تسجيلكم لدى المنظمين
manage-pending-approval-text = أماكنكم محفوظة حتى يقرروا. سنكتب إلى { $email }.
manage-waitlisted-title = أنتم على قائمة الانتظار
manage-waitlisted-text = حين تتوفر أماكن لكم نكتب إلى { $email }. لا حاجة إلى فعل شيء حتى ذلك الحين.
manage-offered-title = توجد أماكن لكم
manage-offered-text = هي محفوظة لكم حتى { $moment }. ثم تُعرض على من بعدكم.
manage-offered-by-mail-text = هي محفوظة لكم حتى { $moment }. اقبلوها بالرابط في الرسالة التي أرسلناها إلى { $email }.
manage-declined-title = اعتذر المنظمون
manage-declined-text = لم يتمكنوا من قبول تسجيلكم هذه المرة.
manage-expired-title = انتهى الوقت
manage-expired-text = أماكنكم متاحة الآن لغيركم. يمكنكم التسجيل من جديد إن وُجدت أماكن أو قائمة انتظار.
confirm-address = تأكيد عنواني
offer-accept = قبول الأماكن
queue-title = مكانكم في الدور
queue-position = الرقم { $position } في الدور
queue-partly = تُعرض أيضًا أماكن لبعضكم.
queue-rule-title = كيف تُعرض الأماكن
queue-rule-order = بترتيب الوصول: تُعرض الأماكن الحرة على أول من تكفيهم جميعًا.
queue-rule-fair = من تُجووز { $count } مرات لأن الأماكن لم تكفِ مجموعته يُنتظر: تُحفظ له الأماكن الحرة حتى تكفي.
queue-rule-offer =
    { $count ->
        [zero] يدوم العرض { $count } ساعة أو حتى البداية. ثم يُسأل من بعدكم.
        [one] يدوم العرض ساعة واحدة أو حتى البداية. ثم يُسأل من بعدكم.
        [two] يدوم العرض ساعتين أو حتى البداية. ثم يُسأل من بعدكم.
        [few] يدوم العرض { $count } ساعات أو حتى البداية. ثم يُسأل من بعدكم.
        [many] يدوم العرض { $count } ساعة أو حتى البداية. ثم يُسأل من بعدكم.
       *[other] يدوم العرض { $count } ساعة أو حتى البداية. ثم يُسأل من بعدكم.
    }
leave-title = لم تعودوا تريدون الحضور؟
leave = الانسحاب
leave-text = ينتهي تسجيلكم ويُسأل آخرون. نؤكد ذلك بالبريد.
leave-button = الانسحاب نهائيًا
place-pending-email = العنوان غير مؤكد
place-pending-approval = ينتظر قراركم
place-waitlisted = على قائمة الانتظار
place-offered = عُرضت أماكن
place-declined = مرفوض
place-expired = انتهى الوقت
attendance-has-no-place = { $name } ليس لديه مكان بعد ولا يُنتظر حضوره.
decision-until = ينتهي من تلقاء نفسه:
decision-approve = الموافقة
decision-decline = الرفض
decision-decline-button = الرفض والكتابة إليهم
decision-reason = السبب
decision-reason-hint = يقرؤونه في رسالتهم. يمكن تركه فارغًا.
registration-approved = تمت الموافقة. تصلهم تذكرتهم بالبريد.
registration-declined = تم الرفض. تصلهم رسالة، وأماكنهم متاحة.
today-approvals =
    { $count ->
        [zero] لا تسجيلات تنتظر قراركم
        [one] تسجيل واحد ينتظر قراركم
        [two] تسجيلان ينتظران قراركم
        [few] { $count } تسجيلات تنتظر قراركم
        [many] { $count } تسجيلًا ينتظر قراركم
       *[other] { $count } تسجيل ينتظر قراركم
    }
editor-choices = من يحصل على مكان
editor-choices-text = ما بدأ بقواعد أخرى يستمر كما قيل: من له مكان يحتفظ به، ومن ينتظر يواصل الانتظار.
editor-confirms = يحصل الناس على أماكنهم
confirms-at-once = فورًا
confirms-address = بعد تأكيد عنوانهم برابط في رسالة
confirms-approval = بعد موافقتكم
editor-hold-minutes = تُحفظ الأماكن حتى تأكيد العنوان لمدة
editor-people = عدد الأشخاص في التسجيل الواحد، على الأكثر
editor-waitlist = حين لا توجد أماكن يمكن الانتظار
editor-waitlist-text = يُسأل المنتظرون بالترتيب، العائلات والفرق معًا. من تُجووز ثلاث مرات يُنتظر. وما دام أحد ينتظر، ينتظر القادمون بعده.
editor-offer-hours = يُحفظ المعروض لمدة
editor-hides-places = عدم إظهار عدد الأماكن الحرة
choice-minutes =
    { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
choice-hours =
    { $count ->
        [zero] { $count } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
history-confirms = الحصول على مكان
history-hold-minutes = دقائق تأكيد العنوان
history-waitlist = قائمة الانتظار
history-offer-hours = ساعات العرض
history-people = الأشخاص في التسجيل الواحد
history-hides-places = عدد الأماكن الحرة مخفي
act-wait = انضم إلى قائمة الانتظار
act-confirm-address = أكّد العنوان
act-approve = وافق
act-decline = رفض
act-offer = عرض أماكن
act-accept = قبل الأماكن
act-expire = انتهى الوقت
act-write-choices = كتب من يحصل على مكان
invalid-too-many-people = يقبل هذا الحدث عددًا أقل في التسجيل الواحد. سجّلوا أقل.
invalid-state-changed = تغيّر هذا التسجيل في هذه الأثناء. انظروا كيف هو الآن.
mail-kind-confirm-address = رابط تأكيد العنوان
mail-confirm-address-subject = أكّدوا عنوانكم: { $event }
mail-confirm-address-opening = أماكن في { $event } محفوظة لكم. أكّدوا عنوانكم فتصبح لكم.
mail-kind-pending-approval = لدى المنظمين
mail-pending-approval-subject = تسجيلكم لدى المنظمين: { $event }
mail-pending-approval-opening = طلبتم أماكن في { $event }. هي محفوظة لكم حتى يقرر المنظمون، ثم نكتب إليكم.
mail-kind-declined = رفض
mail-declined-subject = ليس هذه المرة: { $event }
mail-declined-opening = لم يتمكن منظمو { $event } من قبول تسجيلكم. نأسف لذلك.
mail-kind-waitlisted = على قائمة الانتظار
mail-waitlisted-subject = أنتم على قائمة الانتظار: { $event }
mail-waitlisted-opening = تنتظرون أماكن في { $event }. حين تتوفر لكم نكتب إليكم. لا حاجة إلى فعل شيء حتى ذلك الحين.
mail-kind-offered = عرض أماكن
mail-offered-subject = توجد أماكن لكم: { $event }
mail-offered-opening = توفرت أماكن في { $event } وهي محفوظة لكم لبعض الوقت. أخبرونا هل تحضرون.
mail-kind-offer-expired = انتهى العرض
mail-offer-expired-subject = ذهبت الأماكن إلى غيركم: { $event }
mail-offer-expired-opening = لم يصلنا ردكم في الوقت، وعُرضت الأماكن في { $event } على من بعدكم. يمكنكم التسجيل من جديد.
mail-kind-wait-over = لم يتوفر مكان
mail-wait-over-subject = لم يتوفر مكان: { $event }
mail-wait-over-opening = بدأ { $event } ولم يتوفر لكم مكان. نأسف لذلك ونرجو أن نراكم في مرة أخرى.
mail-kind-withdrawn = انتهى التسجيل
mail-withdrawn-subject = انتهى تسجيلكم: { $event }
mail-withdrawn-opening = لم تعودوا تطلبون أماكن في { $event }. شكرًا لإخبارنا.
mail-kind-reduced = عدد أقل
mail-reduced-subject = تغيّر تسجيلكم: { $event } (عدد أقل)
mail-reduced-opening = تطلبون الآن أماكن أقل في { $event }. في الأسفل من تطلبونها لهم.
mail-for-whom = لمن
mail-held-until = محفوظة لكم حتى
mail-offer-until = لكم إن قبلتم حتى
mail-position = رقمكم في الدور
mail-declined-reason = ما يقولونه
mail-confirm-address = تأكيد عنواني
mail-confirm-address-note = يفتح الرابط صفحة فيها زر: اضغطوه هناك. احتفظوا بالرابط لأنفسكم.
mail-confirm-address-reason = تصلكم هذه الرسالة لأن أحدًا سجّل بعنوانكم. إن لم تكونوا أنتم فلا تفعلوا شيئًا: ستتاح الأماكن قريبًا.
mail-offer = القبول أو الانسحاب
mail-offer-note = يفتح الرابط صفحة تقولون فيها نعم أو لا. احتفظوا به لأنفسكم.
mail-event-changed-waiting = تغيّر شيء في { $event } الذي طلبتم أماكن فيه. هكذا هو الآن.
mail-event-postponed-waiting = تأجل { $event } الذي طلبتم أماكن فيه. الموعد الجديد غير معروف بعد.
