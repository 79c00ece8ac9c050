calendar-all-name = Concord: كل الفعاليات
calendar-cancelled-title = أُلغيت: { $title }
calendar-title = الإضافة إلى تقويمك
calendar-download = تنزيل مرة واحدة
calendar-follow = المتابعة في تقويمي
calendar-address = عنوان الاشتراك
calendar-note = عند المتابعة، يصل أي تغيير في الموعد أو المكان إلى تقويمك تلقائيًا. ولا يبحث Google عن الجديد إلا مرة أو مرتين في اليوم.
follow-all = متابعة كل الفعاليات في تقويمك
