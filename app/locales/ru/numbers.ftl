# Numbers to look at, files to take away, and what needs a look today.
workspace-numbers = Цифры
attendance-export-sheet = Скачать список в таблице Excel
act-export-record = Скачивание журнала в файле

audit-who = Кто
audit-anyone = Все
audit-what = Что
audit-anything = Все действия
audit-from = С
audit-until = По
audit-count =
    { $count ->
        [one] { $count } действие
        [few] { $count } действия
        [many] { $count } действий
       *[other] { $count } действия
    }
audit-export = Скачать журнал в файле CSV
audit-chain-title = Цел ли журнал?
audit-chain-text = Каждое действие несёт отпечаток самого себя и предыдущего действия. Если кто-то изменит, удалит или добавит действие в базе данных, отпечатки перестанут сходиться, и эта страница скажет где. Чтобы это можно было доказать позже, храните копию журнала.
audit-chain-whole =
    { $count ->
        [one] Журнал цел: { $count } действие, как оно было записано.
        [few] Журнал цел: { $count } действия, каждое — как было записано.
        [many] Журнал цел: { $count } действий, каждое — как было записано.
       *[other] Журнал цел: { $count } действия, каждое — как было записано.
    }
audit-chain-broken = Журнал нарушен. Действие { $number } изменено или отсутствует. Сообщите оператору этого сайта и сохраните то, что у вас есть.
audit-back = Назад к журналу
audit-number = Номер
audit-when = Когда
audit-code = Код
audit-kind = Вид объекта
audit-object = Объект
audit-detail = Подробности
audit-hash = Отпечаток

numbers-link = Регистрация и посещение в цифрах
numbers-none = Пока никто не зарегистрировался. С первой регистрацией здесь появятся цифры.
numbers-places = Линия показывает, сколько всего мест: { $places }. Она видна, когда до неё недалеко.
numbers-given-back-title = Освобождённые места
numbers-given-back-chart = Освобождённые места, день за днём. Всего: { $count }.
numbers-who = Кто придёт
numbers-tickets = В каком качестве
numbers-arrivals = Приход гостей
numbers-arrivals-chart = Сколько людей пришло за каждые четверть часа, с { $from } до { $until }.
numbers-here-of = уже здесь; всего с местом: { $expected }
numbers-again = Обновить
numbers-live = Цифры обновляются сами.
numbers-quarter = Четверть часа с
numbers-expected = Ожидалось
numbers-came = Пришли
numbers-missing = Не пришли
numbers-share = Доля
numbers-percent = { $share } %
numbers-came-title = Кто пришёл
numbers-came-of = Пришли { $came } из { $expected }. Не пришли: { $missing }.
numbers-door-not-kept = На входе никого не отмечали, поэтому неизвестно, кто пришёл.
numbers-not-known = неизвестно
numbers-dates = Сравнение дат
numbers-dates-chart = Сколько людей имеют место на каждую дату, начиная с первой.
numbers-capacity = Места

today-attention = Требует внимания
today-calm = Сегодня ничто не требует внимания.
today-next = Ближайшие
today-first-title = Ваше первое событие
today-first-text = Дайте ему название, дату и место, а потом объявите. До этого его никто не увидит.
today-late =
    { $count ->
        [one] { $count } письмо задерживается и ещё ждёт отправки
        [few] { $count } письма задерживаются и ещё ждут отправки
        [many] { $count } писем задерживаются и ещё ждут отправки
       *[other] { $count } письма задерживаются и ещё ждут отправки
    }
today-more =
    { $count ->
        [one] и ещё { $count }
        [few] и ещё { $count }
        [many] и ещё { $count }
       *[other] и ещё { $count }
    }
today-not-announced = Скоро начнётся, но не объявлено
today-full = Мест нет
today-nearly-full = Мест почти нет: занято { $taken } из { $capacity }
today-untranslated =
    { $count ->
        [one] Нет { $count } языка, на котором говорит ваша организация
        [few] Нет { $count } языков, на которых говорит ваша организация
        [many] Нет { $count } языков, на которых говорит ваша организация
       *[other] Нет { $count } языка, на которых говорит ваша организация
    }
