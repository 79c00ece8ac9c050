# Страницы, которые читают все, какими их пишут авторы.
workspace-page = Наша страница
editor-preview = Посмотреть, как это выглядит
editor-picture = Изображение
editor-organisation-facts = Кто вы и где вас найти
editor-logo = Логотип

writing-marks-label = Оформить текст
writing-bold = Жирный
writing-italic = Курсив
writing-heading = Заголовок
writing-list = Список
writing-numbers = Нумерованный список
writing-link = Ссылка
writing-shown = Вот как это выглядит

picture-file = Файл
picture-file-hint = PNG, JPEG или WebP, до 10 МБ. Место съёмки и всё остальное, что рассказывает файл, удаляется.
picture-alt = Что изображено, для тех, кто этого не видит: { $of }
picture-focus-x = Главное, слева направо
picture-focus-x-hint = В процентах: 0 — левый край, 50 — середина.
picture-focus-y = Главное, сверху вниз
picture-focus-y-hint = В процентах: 0 — верхний край, 50 — середина.
picture-remove = Удалить
editor-picture-text = Оно заменяет узор на странице и в списках. Показывайте только тех, кто на это согласился.
editor-picture-now = Изображение сейчас
editor-picture-unseen = Пока не показывается на языках: { $languages }. Напишите там, что изображено.
editor-picture-remove-text = Изображение будет удалено. На его место вернётся узор.
history-picture = Изображение
history-alt = Что изображено
history-focus = Главное на изображении

preview-note = Так страницу видят читатели. Форма регистрации и ссылки на календарь есть только на открытой странице.
preview-no-date = Даты ещё нет, поэтому смотреть не на что. Сначала добавьте дату.
preview-back = Назад к событию
preview-title = Просмотр: { $title }
preview-language-label = Язык читателя
preview-label = Предварительный просмотр

organisation-name = Название
organisation-name-hint = До 120 знаков.
organisation-summary = Коротко
organisation-summary-hint = Одно-два предложения, до 300 знаков.
organisation-description = Чем вы занимаетесь
organisation-description-hint = Пустая строка начинает новый абзац. Можно писать **жирный**, *курсив*, # заголовок, - список и [слова](https://example.org).
organisation-kind = Вид организации
organisation-email = Адрес почты
organisation-email-hint = Его видят все, и все могут на него написать.
organisation-links = Ссылки
organisation-links-text = Ваши собственные страницы, каждая начинается с https://. Ненужные поля оставьте пустыми.
organisation-link = Ссылка { $of }
organisation-logo-text = Он стоит вверху вашей страницы. Прозрачное остаётся прозрачным.
organisation-logo-remove-text = Логотип будет удалён. На его месте будет узор.

act-write-picture = Изменено изображение события
act-remove-picture = Удалено изображение события
act-write-organisation = Изменено то, что организация говорит о себе
act-write-organisation-text = Написан текст организации
act-remove-organisation-text = Удалён текст организации
act-write-logo = Изменён логотип организации
act-remove-logo = Удалён логотип организации

invalid-last-language = Это единственный язык, поэтому он должен остаться.
invalid-picture-kind = Это не изображение PNG, JPEG или WebP. Выберите другой файл.
invalid-picture-broken = Изображение повреждено или неполно. Выберите другой файл.
invalid-picture-large = Файл больше 10 МБ. Уменьшите его или выберите другой.
invalid-picture-pixels = В изображении больше 40 мегапикселей. Уменьшите его или выберите другое.
invalid-picture-moves = Изображение движется. Выберите неподвижное.
invalid-picture-quota = У вашей организации 200 изображений, больше нельзя. Сначала удалите одно.
invalid-percent = Нужно целое число от 0 до 100.
