# Who comes: the list, the door, one registration, files.
attendance-search = Имя, адрес или номер на билете
attendance-search-names = Имя или номер на билете
attendance-date = Дата
attendance-any-date = Все даты
attendance-ticket = Вид участия
attendance-any-ticket = Все виды участия
attendance-state = Место
attendance-any-state = Придёт или нет
attendance-here = На входе
attendance-any-here = С отметкой или без
attendance-here-yes = Приход отмечен
attendance-here-no = Приход не отмечен
attendance-language = Язык
attendance-any-language = Все языки
attendance-order = Порядок
attendance-order-time = По времени регистрации
attendance-order-name = По имени
attendance-count =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
attendance-none = Никто не нашёлся. Сократите запрос или выберите меньше фильтров.
attendance-nobody = Пока никто не зарегистрировался.
attendance-name = Имя
attendance-contact = Контактное лицо
attendance-email = Адрес электронной почты
attendance-registered = Время регистрации
attendance-reference = Номер
attendance-here-since = Приход отмечен:
attendance-list-label = Кто придёт
attendance-check-in = Отметить приход
attendance-check-in-of = Отметить приход: { $name }
attendance-check-in-undo = Снять отметку
attendance-check-in-undo-of = Снять отметку: { $name }
attendance-is-here = { $name }: приход отмечен, { $time }.
attendance-was-here = { $name }: приход уже был отмечен, { $time }. Посмотрите на билет: возможно, по нему уже кто-то прошёл.
attendance-is-not-here = { $name }: приход не отмечен.
attendance-has-gone = { $name }: место освобождено, этого человека не ждут.
attendance-export = Скачать список в файле CSV
attendance-door-list = Список для входа, для печати
place-coming = Придёт
place-given-back = Место освобождено

door-list-title = Список для входа
door-list-text = Только имена. Распечатайте список, отмечайте пришедших, а потом уничтожьте его.
door-list-date = Показать дату
door-list-more = В списке только первые { $shown } из { $total }. Выберите дату или пользуйтесь поиском на входе.
door-list-none = На эту дату пока никто не придёт.

registration-title = Регистрация { $reference }
registration-contact = Контактное лицо
registration-people = Кто в ней указан
registration-mails = Письма
registration-mails-none = Писем не было.
registration-mail = Письмо
registration-mail-state = Состояние
registration-mail-when = Когда
registration-mail-attempts = Попытки
registration-history = Что происходило
registration-notes = Заметки
registration-notes-text = Их видят только люди из вашей организации. Не пишите того, чего этот человек не должен прочитать: он может их запросить.
registration-note = Новая заметка
registration-note-button = Добавить заметку
registration-note-added = Заметка добавлена.
registration-send = Отправить билет ещё раз
registration-send-text = Письмо с билетом в его нынешнем виде уйдёт на { $email }.
registration-sent = Билет уже в пути.
registration-given-back = Место снова свободно. Контактному лицу отправлено письмо.
registration-give-back-one = Освободить место
registration-give-back-one-text = { $name } теряет место, и его сразу сможет занять кто-то другой. Контактное лицо получит письмо.
registration-give-back-all = Освободить все места
registration-give-back-all-text = Все в этой регистрации сразу потеряют свои места. Контактное лицо получит письмо.
registration-back = Вернуться к списку
mail-kind-confirmed = Билет
mail-kind-changed = Освобождено одно место
mail-kind-cancelled = Освобождены все места
mail-status-pending = Ждёт отправки
mail-status-sending = Отправляется
mail-status-sent = Передано почтовому серверу
mail-status-dead = Не удалось доставить
act-check-in = Отметка о приходе
act-check-in-undo = Снятие отметки о приходе
act-send-again = Повторная отправка билета
act-note = Новая заметка
act-export = Скачивание списка в файле
history-participant = контактное лицо
history-house = оператор этого сайта

invalid-not-coming = Место этого человека освобождено, его не ждут.
invalid-mail-under-way = Письмо этому человеку уже в пути. Подождите, пока оно уйдёт.
invalid-long-note = В заметке может быть до 2000 знаков. Сократите её.
