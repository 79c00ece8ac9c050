# What an event asks those who register: the form, the answers, the editor.
questions-title = Несколько вопросов
questions-of-all = Для всей регистрации
question-optional = (необязательно)
question-only-if = Только если на вопрос «{ $question }» вы отвечаете «{ $answer }».
question-only-ticket = Только для тех, кто участвует так: { $ticket }
answer-yes = Да
answer-no = Нет
answer-consent = Я согласен или согласна
answer-none = Без ответа

answers-title = Ваши ответы
answers-text = Ответы можно менять до начала.
answers-save = Сохранить ответы
answers-saved = Ваши ответы сохранены.
answers-over = Ответы больше нельзя изменить.
answers-of-all-title = Ответы
answers-sealed = Ответ есть. Ваша роль его не показывает.
lists-answers = Ответы

invalid-answer-long = Ответ слишком длинный. Сократите его.
invalid-answer-no-option = Выберите один из предложенных ответов.
invalid-answer-option-full = Кто-то успел раньше: для этого выбора мест больше нет. Выберите другое.
invalid-answer-number = Напишите число, например 12 или 1,5.
invalid-answer-date = Выберите день между 1900 и 2100 годами.
invalid-answer-phone = Это не номер телефона. Напишите его с кодом страны, например +212 522 123456.
invalid-answer-text-changed = Этот текст изменился. Прочитайте его снова и отметьте, если согласны.
invalid-answer-over = Событие началось или регистрации больше нет: ответы нельзя изменить.
invalid-question-few-options = Дайте не меньше двух ответов на выбор.
invalid-question-condition = Вопрос может зависеть только от того, который стоит перед ним и задаётся тем же людям.
invalid-question-opens = От этого вопроса зависит другой. Сначала измените тот.
invalid-question-answered = Ответы уже есть, поэтому здесь ничего не меняется. Добавьте другой вопрос.
invalid-question-many = Событие задаёт уже столько вопросов, сколько может. Сначала уберите один.
invalid-question-sensitive-places = У закрытых ответов не может быть мест: подсчёт выдал бы, кто что выбрал.
invalid-question-ticket-of-attendee = Вопрос для одного вида участия задаётся каждому человеку.

editor-questions = Вопросы
editor-questions-text = Спрашивайте только нужное: каждый вопрос стоит регистраций. Имена и адрес спрашиваются в любом случае.
question-add = Добавить вопрос
question-change-title = Изменить вопрос
question-change-label = Изменить вопрос: { $question }
question-up = Выше
question-up-label = Выше: { $question }
question-down = Ниже
question-down-label = Ниже: { $question }
question-remove = Убрать
question-remove-label = Убрать: { $question }
question-remove-text = Если на вопрос никто не ответил, он исчезнет. Если ответил, вопрос больше не задаётся, а ответы остаются.
question-restore = Спрашивать снова
question-restore-label = Спрашивать снова: { $question }
question-request = Спросить зарегистрированных
question-request-label = Спросить зарегистрированных: { $question }
question-request-text =
    { $count ->
        [one] Это касается { $count } регистрации. Если на вопрос нет ответа, письмо придёт через десять минут, а ещё одно через три дня без ответа.
        [few] Это касается { $count } регистраций. Где на вопрос нет ответа, письмо придёт через десять минут, а ещё одно через три дня без ответа.
        [many] Это касается { $count } регистраций. Где на вопрос нет ответа, письмо придёт через десять минут, а ещё одно через три дня без ответа.
       *[other] Это касается { $count } регистрации. Где на вопрос нет ответа, письмо придёт через десять минут, а ещё одно через три дня без ответа.
    }
question-required = обязательный
question-sensitive = закрытый
question-requested = задан и прежним регистрациям
question-retired = больше не задаётся
question-retired-title = Больше не задаются
question-kind = Вид ответа
question-kind-short-text = Одна строка текста
question-kind-long-text = Несколько строк текста
question-kind-choice = Один из нескольких
question-kind-choices = Некоторые из нескольких
question-kind-number = Число
question-kind-date = День
question-kind-yes-no = Да или нет
question-kind-consent = Согласие с текстом
question-kind-email = Адрес электронной почты
question-kind-phone = Номер телефона
question-kind-country = Страна
question-of = Задаётся
question-of-registration = один раз на регистрацию
question-of-attendee = каждому человеку
question-ticket = Для тех, кто участвует так
question-ticket-any = для всех
question-condition = Спрашивать
question-condition-none = всегда
question-condition-of = только после ответа «{ $answer }» на «{ $question }»
question-required-label = На него нужно ответить
question-sensitive-label = Ответ многое говорит о человеке: закрыть его и показывать только организаторам
question-label = Вопрос
question-hint = Подсказка
question-consent = Текст, с которым соглашаются
question-consent-hint = Только для согласия. Сохраняется слово в слово с каждым ответом.
question-options = Ответы на выбор
question-option = Ответ { $of }
question-places = Места для каждого ответа
question-places-text = Для мастерской на 12 мест: сколько человек могут выбрать ответ на каждую дату. Пусто: сколько угодно.
question-option-places = Места для { $of }

history-question = Вопрос
act-write-question = Изменение вопроса события
act-change-question = Изменение вопросов события
act-answer = Изменение ответов
mail-kind-asked = Вопрос от организаторов
mail-asked-subject = Вопрос для вас: { $event }
mail-asked-opening = организаторам события «{ $event }» нужен ещё один ваш ответ. Откройте свою регистрацию ниже и ответьте там: это займёт минуту.
