# واجهة HTTP.
api-key = يحتاج هذا الطلب إلى الترويسة Idempotency-Key: من 16 إلى 255 حرفًا من ASCII لا يمكن لأحد تخمينها، مثل UUID عشوائي.
api-key-reused = وردت Idempotency-Key هذه من قبل مع طلب آخر. أرسل مفتاحًا جديدًا مع كل طلب جديد.
api-key-in-use = الطلب الأول بهذه Idempotency-Key قيد المعالجة. أرسله مرة أخرى بعد لحظة.
api-not-json = أرسل JSON واذكر ذلك: Content-Type: application/json.
api-unreadable = هذا ليس JSON يمكن قراءته.
api-parameter = لا يمكن قراءة هذا المَعلَم من العنوان.
api-wrong-type = نوع هذه القيمة غير المطلوب.
api-unknown-member = لا يوجد هنا عنصر بهذا الاسم.
api-method = هذا العنوان لا يعرف هذه الطريقة.
mail-renamed-subject = تغيّر اسم في تسجيلك: { $event }
mail-renamed-opening = جرى تغيير اسم في تسجيلك في «{ $event }». وفيما يلي من سيحضرون كما تقول تذكرتك الآن. إن لم تكن أنت من فعل ذلك، فاكتب إلى المنظمين.
act-rename = تغيير أسماء
mail-kind-renamed = جرى تغيير اسم
