# Writing events: the new event, the sections of the editor, the history.
editor-new = Новое событие
editor-begin = Начать
# The first version of an event.
editor-start = Новое событие
editor-from = Взять за основу
editor-from-hint = Переносится то, что отмечено ниже. Даты не переносятся никогда.
editor-from-none = Ничего: пустая страница
editor-text-language = Язык названия
editor-choose = Выберите
editor-sections-label = Части этой страницы
editor-texts = Тексты
editor-facts = Что и где
editor-dates = Даты
editor-tickets = Как можно участвовать
editor-publication = Публикация
editor-save = Сохранить
editor-saved = Сохранено.
editor-empty = ничего
editor-yes = да
editor-no = нет
editor-stale-now = Вот что там сейчас, где это отличается от введённого вами:
editor-stale-text = То, что вы ввели, стоит ниже. Измените это или сохраните как есть поверх чужого.

editor-title = Название
editor-title-hint = До 120 знаков.
editor-summary = Краткое описание
editor-summary-hint = Одно-два предложения, до 300 знаков. Они видны в списках и при поиске.
editor-description = Описание
editor-description-hint = Пустая строка начинает новый абзац. Можно писать **жирный**, *курсив*, # заголовок, - список и [слова](https://example.org).
editor-venue = Название места
editor-venue-hint = Так, как его называют на этом языке. Улицу укажите в части «Что и где».
editor-texts-label = Язык текста
editor-texts-full =
    { $full ->
        [0] Пока не готово ни на одном языке
        [one] Готово на { $full } языке из { $all }: { $languages }
        [few] Готово на { $full } языках из { $all }: { $languages }
        [many] Готово на { $full } языках из { $all }: { $languages }
       *[other] Готово на { $full } языка из { $all }: { $languages }
    }
editor-texts-begun = Начато: { $languages }
editor-texts-order = Если текста на каком-то языке нет, люди читают английский. Если нет и английского, они читают первый, который есть, из этого ряда: { $languages }.
editor-text-full = готово
editor-text-begun = начато
editor-text-none = нет
editor-text-remove = Убрать этот язык
editor-text-remove-text = Всё, что написано здесь на этом языке, исчезнет. Вместо него читатели увидят другой язык.

editor-discipline = Чем там занимаются
editor-address = Адрес
editor-address-hint = Улица и город, как на конверте.
editor-latitude = Широта
editor-latitude-hint = Градусы к северу, например 33.6044. Можно не заполнять.
editor-longitude = Долгота
editor-longitude-hint = Градусы к востоку, например -7.6156. Можно не заполнять.
editor-website = Ваша страница о событии
editor-website-hint = Начинается с https://. Можно не заполнять.
editor-spoken = Языки общения
editor-programme = Направления программы
editor-action = Области культуры мира
programme-education = Образование
programme-youth = Молодёжь
programme-migration = Миграция
programme-media = СМИ
action-education = Мир через образование
action-development = Устойчивое развитие
action-human-rights = Права человека
action-equality = Равенство женщин и мужчин
action-participation = Демократическое участие
action-understanding = Взаимопонимание, терпимость и солидарность
action-communication = Свободный поток информации
action-peace = Международный мир и безопасность

editor-date-add = Добавить дату
editor-date-change = Изменить
editor-date-change-label = Изменить: { $date }
editor-date-change-title = Изменение даты
editor-date-moved = В это время часы переводят вперёд, поэтому введённого вами времени в этот день не существует. Мы сдвинули его вперёд вместе с часами. Проверьте его ещё раз.
editor-starts = Начало
editor-ends = Окончание
editor-ends-hint = Для целых дней подойдёт любое время последнего дня.
editor-all-day = Целые дни, без времени
editor-zone = Часовой пояс
editor-zone-hint = По каким часам там живут, например Africa/Casablanca.
editor-capacity = Количество мест
editor-date-cancel = Отменить эту дату
editor-date-cancel-text = Дата останется в календарях с отметкой об отмене. Зарегистрироваться на неё больше нельзя будет.
editor-date-hold = Всё-таки провести
editor-date-hold-text = Дата больше не будет отменена, и на неё снова можно будет зарегистрироваться.
editor-date-delete = Удалить эту дату
editor-date-delete-text = Эту дату ещё никто не видел. Она исчезнет насовсем.

editor-tickets-text = Выберите, как люди могут участвовать. Число ограничивает один вид участия на каждую дату. Без числа его ограничивает только количество мест на эту дату.
editor-tickets-of-all = все места на эту дату
editor-ticket-capacity = Количество мест: { $ticket }

editor-status = Состояние
editor-checklist = Перед публикацией
editor-text-there = Один язык готов
editor-text-missing = Хотя бы один язык должен быть готов
editor-date-there = Есть дата впереди
editor-date-missing = Нужна хотя бы одна дата впереди
editor-ticket-there = Указано, как можно участвовать
editor-ticket-missing = Нужно указать, как можно участвовать
editor-address-there = У места есть адрес
editor-address-missing = У места должен быть адрес
editor-become-draft = Вернуть в черновики
editor-become-draft-text = Событие больше никто не увидит. Это возможно, только пока никто не зарегистрировался.
editor-become-published = Опубликовать
editor-become-published-text = Все сразу смогут увидеть событие и зарегистрироваться.
editor-become-postponed = Отложить
editor-become-postponed-text = На странице будет сказано, что новая дата пока неизвестна. Зарегистрироваться нельзя будет, пока вы не опубликуете событие снова.
editor-become-cancelled = Отменить событие
editor-become-cancelled-text = Страница останется и сообщит, что событие отменено. В календарях все его даты получат отметку об отмене.

workspace-history = История
history-none = Здесь пока ничего не менялось.
history-versions = Версии
history-version = Версия { $version }
history-changes = Что изменилось в версии { $version }
history-nothing = Из того, что хранится, ничего не изменилось.
history-of = { $field }: { $of }
history-span = { $starts } — { $ends } ({ $zone })
history-status = Состояние
history-title = Название
history-summary = Краткое описание
history-description = Описание
history-venue = Название места
history-discipline = Чем там занимаются
history-address = Адрес
history-coordinates = Координаты
history-website = Своя страница
history-spoken = Языки общения
history-programme = Направления программы
history-action = Области культуры мира
history-date = Дата
history-places = Количество мест
history-cancelled = Отмена
history-ticket = Вид участия
history-before = Раньше:
history-after = Теперь:

act-start-event = Создание события
act-write-text = Изменение текста события
act-remove-text = Удаление текста события
act-write-facts = Изменение сведений о событии
act-add-date = Новая дата события
act-change-date = Изменение даты события
act-cancel-date = Отмена даты события
act-hold-date = Возвращение отменённой даты события
act-delete-date = Удаление даты события
act-write-tickets = Изменение видов участия в событии
act-set-status = Изменение состояния события

invalid-over-limit = Это слишком длинно. Сократите текст.
invalid-website = Здесь нужен адрес страницы, например https://example.org/peace-cup.
invalid-degrees = Здесь нужно число градусов: до 90 для широты, до 180 для долготы.
invalid-places = Здесь нужно целое число от 0 до 100 000.
invalid-below-taken = Уже занято больше мест. Укажите число побольше.
invalid-date-time = Здесь нужны день и время, например 2027-05-05T19:00.
invalid-ends-before-start = Окончание не может быть раньше начала.
invalid-unknown-zone = Мы не знаем такого часового пояса. Напишите его так: Africa/Casablanca.
invalid-same-time = В это время начинается другая дата этого события.
invalid-too-many-dates = У события может быть до 50 дат. Чтобы добавить ещё, создайте другое событие.
invalid-has-registrations = Люди уже зарегистрировались, поэтому это должно остаться.
invalid-announced = Эта дата уже объявлена, поэтому её можно отменить, но не удалить.
invalid-last-text = Это единственный язык, поэтому он должен остаться.
invalid-not-ready = Для публикации чего-то не хватает. Посмотрите список.
invalid-stale = Пока вы писали, это сохранил кто-то другой. Ваши изменения не сохранены.
