# What an event asks those who register: the form, the answers, the editor.
questions-title = بعض الأسئلة
questions-of-all = للتسجيل كله
question-optional = (اختياري)
question-only-if = فقط عند الإجابة «{ $answer }» عن «{ $question }».
question-only-ticket = فقط لمن يأتي بصفة: { $ticket }
answer-yes = نعم
answer-no = لا
answer-consent = أوافق
answer-none = من دون إجابة

answers-title = إجاباتك
answers-text = يمكن تغيير الإجابات حتى بداية الموعد.
answers-save = حفظ الإجابات
answers-saved = حُفظت إجاباتك.
answers-over = لم يعد تغيير الإجابات ممكنًا.
answers-of-all-title = الإجابات
answers-sealed = توجد إجابة، ودورك لا يعرضها.
lists-answers = الإجابات

invalid-answer-long = هذه الإجابة أطول مما يجب. يُرجى اختصارها.
invalid-answer-no-option = يُرجى اختيار إحدى الإجابات المعروضة هنا.
invalid-answer-option-full = سبقك غيرك: لم تبقَ أماكن لهذا الاختيار. يُرجى اختيار غيره.
invalid-answer-number = يُرجى كتابة عدد، مثل 12 أو 1.5.
invalid-answer-date = يُرجى اختيار يوم بين عامي 1900 و2100.
invalid-answer-phone = هذا ليس رقم هاتف. يُرجى كتابته مع رمز البلد، مثل ‎+212 522 123456.
invalid-answer-text-changed = تغيّر هذا النص. يُرجى قراءته من جديد ووضع العلامة عند الموافقة.
invalid-answer-over = بدأ الموعد أو لم يعد التسجيل قائمًا: لم يعد تغيير الإجابات ممكنًا.
invalid-question-few-options = يُرجى كتابة إجابتين على الأقل للاختيار بينهما.
invalid-question-condition = لا يتوقف سؤال إلا على سؤال يسبقه ويُطرح على الأشخاص أنفسهم.
invalid-question-opens = يتوقف سؤال آخر على هذا السؤال. يُرجى تغيير ذاك أولًا.
invalid-question-answered = توجد إجابات بالفعل، فيبقى هذا كما هو. يُرجى إضافة سؤال آخر بدلًا من ذلك.
invalid-question-many = تطرح الفعالية أكبر عدد ممكن من الأسئلة. يُرجى حذف سؤال أولًا.
invalid-question-sensitive-places = لا تكون للإجابات المختومة أماكن: فعدُّها يكشف من اختار ماذا.
invalid-question-ticket-of-attendee = السؤال الخاص بصفة حضور واحدة يُطرح على كل شخص.

editor-questions = الأسئلة
editor-questions-text = يُرجى السؤال عن الضروري فقط، فكل سؤال يقلل التسجيلات. أما الأسماء والعنوان فتُطلب على كل حال.
question-add = إضافة سؤال
question-change-title = تغيير السؤال
question-change-label = تغيير السؤال: { $question }
question-up = إلى الأعلى
question-up-label = إلى الأعلى: { $question }
question-down = إلى الأسفل
question-down-label = إلى الأسفل: { $question }
question-remove = حذف
question-remove-label = حذف: { $question }
question-remove-text = إن لم يُجب أحد عنه اختفى السؤال، وإن أجاب أحد لم يعد يُطرح وتبقى الإجابات.
question-restore = طرحه من جديد
question-restore-label = طرحه من جديد: { $question }
question-request = سؤال المسجَّلين
question-request-label = سؤال المسجَّلين: { $question }
question-request-text =
    { $count ->
        [zero] لا يعني ذلك أي تسجيل.
        [one] يعني ذلك تسجيلًا واحدًا. وإذا بقي السؤال مفتوحًا تُرسل رسالة بعد عشر دقائق، وأخرى بعد ثلاثة أيام من دون إجابة.
        [two] يعني ذلك تسجيلين. وحيث يبقى السؤال مفتوحًا تُرسل رسالة بعد عشر دقائق، وأخرى بعد ثلاثة أيام من دون إجابة.
        [few] يعني ذلك { $count } تسجيلات. وحيث يبقى السؤال مفتوحًا تُرسل رسالة بعد عشر دقائق، وأخرى بعد ثلاثة أيام من دون إجابة.
        [many] يعني ذلك { $count } تسجيلًا. وحيث يبقى السؤال مفتوحًا تُرسل رسالة بعد عشر دقائق، وأخرى بعد ثلاثة أيام من دون إجابة.
       *[other] يعني ذلك { $count } تسجيل. وحيث يبقى السؤال مفتوحًا تُرسل رسالة بعد عشر دقائق، وأخرى بعد ثلاثة أيام من دون إجابة.
    }
question-required = إلزامي
question-sensitive = مختوم
question-requested = طُرح على التسجيلات السابقة أيضًا
question-retired = لم يعد يُطرح
question-retired-title = أسئلة لم تعد تُطرح
question-kind = نوع الإجابة
question-kind-short-text = سطر واحد
question-kind-long-text = عدة أسطر
question-kind-choice = اختيار واحد من عدة
question-kind-choices = اختيار بعض من عدة
question-kind-number = عدد
question-kind-date = يوم
question-kind-yes-no = نعم أو لا
question-kind-consent = الموافقة على نص
question-kind-email = عنوان بريد إلكتروني
question-kind-phone = رقم هاتف
question-kind-country = بلد
question-of = يُطرح
question-of-registration = مرة لكل تسجيل
question-of-attendee = على كل شخص
question-ticket = لمن يأتي بصفة
question-ticket-any = الجميع
question-condition = متى يُطرح
question-condition-none = دائمًا
question-condition-of = فقط بعد «{ $answer }» عن «{ $question }»
question-required-label = تلزم الإجابة عنه
question-sensitive-label = تقول الإجابة كثيرًا عن الشخص: تُختم ولا تُعرض إلا على المنظمين
question-label = السؤال
question-hint = مساعدة على الإجابة
question-consent = النص الذي يوافق عليه
question-consent-hint = للموافقة فقط. يُحفظ حرفيًّا مع كل إجابة.
question-options = إجابات للاختيار
question-option = الإجابة { $of }
question-places = أماكن كل إجابة
question-places-text = لورشة من 12 مقعدًا: كم شخصًا يمكنه اختيار الإجابة في كل موعد. فارغ: بلا حد.
question-option-places = أماكن { $of }

history-question = سؤال
act-write-question = كتابة سؤال في الفعالية
act-change-question = تغيير أسئلة الفعالية
act-answer = تغيير الإجابات
mail-kind-asked = سؤال من المنظمين
mail-asked-subject = سؤال لك: { $event }
mail-asked-opening = يحتاج منظمو { $event } إلى إجابة أخرى منك. يُرجى فتح تسجيلك أدناه والإجابة هناك، ولا يستغرق ذلك أكثر من دقيقة.
