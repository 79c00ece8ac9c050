calendar-all-name = Concord: все события
calendar-cancelled-title = Отменено: { $title }
calendar-title = Добавьте событие в календарь
calendar-download = Скачать один раз
calendar-follow = Подписаться в своём календаре
calendar-address = Адрес для подписки
calendar-note = Если вы подпишетесь, новое время или место само появится в вашем календаре. Google проверяет обновления всего один-два раза в день.
follow-all = Следите за всеми событиями в своём календаре
