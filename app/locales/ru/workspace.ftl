# The organisers' pages: where one is, what there is, how full it is.
workspace-home = Кабинет организатора
workspace-account = Ваша учётная запись
workspace-events = События
workspace-members = Команда
workspace-audit = Журнал
workspace-overview = Обзор
workspace-edit = Редактировать
workspace-registrations = Кто придёт
workspace-trail-label = Где вы находитесь
workspace-tabs-label = Разделы
workspace-none-title = Вы пока не состоите ни в одной организации
workspace-none-text = Попросите владельца вашей организации пригласить вас по этому адресу.
workspace-drafts-count =
    { $count ->
        [one] { $count } черновик
        [few] { $count } черновика
        [many] { $count } черновиков
       *[other] { $count } черновика
    }
workspace-undelivered =
    { $count ->
        [one] { $count } письмо не удалось доставить
        [few] { $count } письма не удалось доставить
        [many] { $count } писем не удалось доставить
       *[other] { $count } письма не удалось доставить
    }
workspace-nothing-soon = Пока ничего не объявлено.
workspace-all-events = Все события
workspace-which-label = Какие события
workspace-upcoming = Предстоящие
workspace-upcoming-none = Пока ничего не объявлено.
workspace-drafts = Черновики
workspace-drafts-none = Черновиков нет.
workspace-past = Прошедшие
workspace-past-none = Прошедших событий пока нет.
workspace-no-date = Даты пока нет
workspace-dates =
    { $count ->
        [one] { $count } дата
        [few] { $count } даты
        [many] { $count } дат
       *[other] { $count } даты
    }
workspace-taken = Занято мест: { $taken } из { $capacity }
workspace-taken-of-any = Занято мест: { $taken }
status-draft = Черновик
status-published = Опубликовано
status-postponed = Отложено
status-cancelled = Отменено
overview-public = Посмотреть открытую страницу
overview-tickets = Места по видам участия
menu-organise = Организаторам
numbers-title = Как шла регистрация
numbers-chart = Сколько людей имели место, день за днём: { $from } — { $until }. В конце: { $coming }.
numbers-table = В цифрах
numbers-day = День
numbers-registered = Зарегистрировано
numbers-given-back = Освобождено
numbers-coming = Придут
numbers-languages = Языки тех, кто придёт
