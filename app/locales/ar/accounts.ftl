# Signing in, invitations, members, the account.
sign-in-title = تسجيل الدخول
sign-in-text = لمن ينظّمون الفعاليات. ولا حاجة إلى حساب لحضور فعالية.
sign-in-ask-title = الحصول على رابط بالبريد
sign-in-email = عنوان بريدك الإلكتروني
sign-in-email-hint = نرسل إليه رابطًا صالحًا مدة عشر دقائق، في هذا المتصفّح.
sign-in-ask = إرسال الرابط إليّ
sign-in-sent-title = يُرجى الاطلاع على بريدك
sign-in-sent-text = إذا كان هذا العنوان لأحد المنظّمين، فالرسالة في طريقها إليه. يمكنك فتح الرابط الوارد فيها في هذا المتصفّح، أو كتابة رمزها هنا.
sign-in-code = الرمز الوارد في الرسالة
sign-in-code-hint = ثمانية أرقام، صالحة مدة عشر دقائق.
sign-in-button = تسجيل الدخول
sign-in-again-title = لم تصل الرسالة؟
sign-in-link-title = بقيت خطوة واحدة
sign-in-link-text = يكفي الضغط على الزر ليُسجَّل دخولك في هذا المتصفّح.

signed-out-title = يلزم تسجيل الدخول أولًا
signed-out-text = هذه الصفحة لمن ينظّمون الفعاليات. يُرجى تسجيل الدخول ثم العودة إليها.
forbidden-title = هذا ليس من صلاحياتك
forbidden-text = لا يتيح دورك في هذه الجهة الوصول إلى هذه الصفحة. ويمكن لأحد المالكين أن يسند إليك دورًا آخر.
conflict-title = سبقك شخص آخر
conflict-text = غيّر شخص آخر هذا المحتوى أثناء اطلاعك عليه، ولذلك لم يُحفظ شيء من تغييراتك. يُرجى الرجوع وتحميل الصفحة من جديد والاطلاع على ما تغيّر.

role-owner = مالك أو مالكة
role-owner-text = يتيح هذا الدور كل شيء: الفعاليات والتسجيلات، وتحديد من ينضم إلى الجهة.
role-organiser = منظِّم أو منظِّمة
role-organiser-text = يتيح هذا الدور كتابة الفعاليات ونشرها ومتابعة التسجيلات.
role-door-staff = من طاقم الاستقبال
role-door-staff-text = يتيح هذا الدور الاطلاع على الأسماء وتأكيد وصول الحاضرين.
role-viewer = مطّلع أو مطّلعة
role-viewer-text = يتيح هذا الدور الاطلاع من دون تغيير أي شيء.
role-in-event = { $role }، في «{ $event }» فقط

invitation-title = دعوة من
invitation-text = الدور المقترح عليك: { $role }. والدعوة موجّهة إلى { $email }.
invitation-accept = قبول الدعوة

members-invited = المدعوّون
members-invited-until = حتى { $day }
members-invitation-sent = الدعوة في طريقها.
members-role-of = دور { $email }
members-change = تغيير
members-remove = إزالة
members-leave = مغادرة الجهة
members-remove-text = ينتهي الدور في الحال. ويمكن توجيه الدعوة من جديد في أي وقت.
members-withdraw = سحب الدعوة
members-invite = دعوة شخص
members-invite-text = تصل إليه رسالة فيها رابط صالح مرة واحدة، خلال أسبوع.
members-email = عنوان البريد الإلكتروني
members-role = الدور
members-invite-button = إرسال الدعوة

account-title = حسابك
account-email = سُجّل دخولك بالعنوان { $email }.
account-sign-out = تسجيل الخروج
account-browsers = أين سُجّل دخولك
account-browsers-text = يُسجَّل خروج المتصفّح بعد يوم من دون زيارة، وبعد أسبوعين في كل الأحوال. هل أحد هذه المتصفّحات ليس لك؟ يمكنك تسجيل خروجه.
account-this = هذا المتصفّح
account-seen = آخر زيارة: { $time }
account-end = تسجيل خروجه
account-unknown-browser = متصفّح
instant = { $day }، { $time } بتوقيت UTC

invalid-link-over = سبق استخدام هذا الرابط أو الرمز، أو انتهت صلاحيته، أو حلّ محلّه ما هو أحدث. يمكنك طلب رابط جديد.
invalid-other-browser = طُلب هذا الرابط في متصفّح آخر. يمكنك فتحه هناك، أو طلب رابط جديد هنا.
invalid-wrong-code = هذا ليس الرمز الوارد في الرسالة. يُرجى التحقق منه.
invalid-unknown-choice = يُرجى اختيار أحد خيارات القائمة.
invalid-already-member = هذا الشخص عضو في الجهة بالفعل.
invalid-last-owner = لا بدّ لكل جهة من مالك أو مالكة. يُرجى إسناد هذا الدور إلى شخص آخر أولًا.
invalid-other-address = هذه الدعوة لعنوان غير الذي سُجّل به دخولك. يُرجى تسجيل الخروج ثم فتحها من جديد.
