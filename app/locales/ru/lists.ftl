# Working with many registrations: tags, columns, filters, what is done to many at once.
lists-clear = Сбросить все фильтры
lists-any = Все
lists-noted-yes = С заметкой
lists-undelivered-yes = С недоставленным письмом
lists-registered-from = Регистрация с
lists-registered-to = Регистрация по
lists-columns = Столбцы
lists-columns-legend = Показывать столбцы
lists-columns-button = Показать
lists-columns-usual = Обычные столбцы
lists-position = Место в регистрации
lists-tags = Метки
lists-tag = Метка
lists-any-tag = С метками и без
lists-tags-none = Меток нет.
lists-tag-button = Добавить метку
lists-untag = Снять метку
lists-untag-of = Снять метку «{ $tag }»
lists-tag-delete = Удалить метку
lists-tag-delete-text = Метка, которой больше ни у кого нет, уступает место другой: у события их не больше 20.
lists-tagged = Метка добавлена.
lists-untagged = Метка снята.
lists-tag-deleted = Метка удалена.

bulk-choose = Действие с отмеченными
bulk-choose-all = Действие со всеми в списке ({ $count })
bulk-title = Сразу с несколькими
bulk-chosen =
    { $count ->
        [one] Выбрана { $count } регистрация.
        [few] Выбраны { $count } регистрации.
        [many] Выбрано { $count } регистраций.
       *[other] Выбрано { $count } регистрации.
    }
bulk-text = Пока ничего не сделано. Метки, переносы и отмены можно вернуть назад в течение десяти минут.
bulk-tags-title = Добавить или снять метку
bulk-tag-title = Добавление метки
bulk-untag-title = Снятие метки
bulk-move-title = Перенос на другую дату
bulk-move-text = Регистрация переносится целиком и только если мест хватает всем, кто в ней указан. Контактные лица получат письмо.
bulk-move-to = Новая дата
bulk-move-date = { $date } · свободных мест: { $left }
bulk-move-button = Перенести
bulk-write-title = Письмо
bulk-write-text = Его получит каждое контактное лицо. Эти слова будут заменены:
bulk-subject = Тема
bulk-letter = Текст
bulk-preview-button = Посмотреть перед отправкой
bulk-preview = Так письмо увидит первый получатель
bulk-write-button = Отправить всем ({ $count })
bulk-cancel-title = Освобождение мест
bulk-cancel-button = Освободить их места
bulk-cancel-text = Выбранные люди теряют места, и их сразу смогут занять другие. Контактные лица получат письмо.
bulk-done = Сделано: { $count }
bulk-undone = Возвращено назад: { $count }
bulk-not = Не сделано: { $count }. { $reason }
bulk-outcome-done = Сделано.
bulk-outcome-nothing = Менять было нечего.
bulk-outcome-not-coming = Место освобождено, этого человека не ждут.
bulk-outcome-past = Дата уже началась или прошла.
bulk-outcome-full = Мест не хватает.
bulk-outcome-closed = Регистрация на событие закрыта.
bulk-outcome-here = Кто-то из этой регистрации уже пришёл.
bulk-outcome-changed = С тех пор регистрация изменилась.
bulk-progress = Обработано { $done } из { $total }
bulk-look-again = Посмотреть, как идёт дело
bulk-undo = Вернуть назад
bulk-undo-text = Это можно вернуть назад до { $time }.
bulk-refused = Не сделано

mail-kind-moved = Перенос на другую дату
mail-kind-letter = Письмо от организаторов
mail-moved-subject = Ваша новая дата: { $event }
mail-moved-opening = организаторы перенесли вашу регистрацию на событие «{ $event }» на другую дату, она указана ниже. Уберите прежнюю дату из своего календаря.
mail-letter-subject = Письмо от организаторов: { $event }
mail-letter-opening = вам написали организаторы события «{ $event }».

act-tag = Добавление метки
act-untag = Снятие метки
act-delete-tag = Удаление метки
act-bring-back = Возврат освобождённого места
act-move = Перенос на другую дату
act-write = Письмо
act-bulk = Изменение многих регистраций
act-bulk-undo = Возврат изменения многих регистраций

invalid-too-many-tags = У события может быть 20 меток. Удалите ту, которой ни у кого нет.
invalid-tag-in-use = Эта метка ещё у кого-то есть. Сначала снимите её со всех.
invalid-nobody-chosen = Никто не выбран. Отметьте в списке хотя бы одного человека.
invalid-unknown-placeholder = В фигурных скобках могут стоять только указанные слова.

by-hand-title = Добавить людей вручную
by-hand-text = Для тех, кто звонит или приходит без регистрации. Они занимают места, как все: больше, чем есть, не займёт никто.
by-hand-contact-name = Имя контактного лица
by-hand-contact-email = Адрес электронной почты контактного лица
by-hand-mail = Отправить билет по почте
by-hand-person = Человек { $number }
by-hand-more = Ещё люди
by-hand-button = Добавить
by-hand-added = Регистрация добавлена.
act-add = Регистрация, добавленная вручную

import-title = Добавить людей из файла
import-text = Файл CSV, не больше 50 000 строк и 10 МБ, в том виде, в каком его сохраняют электронные таблицы. Каждая строка — один человек. Никто не будет добавлен, пока вы не увидите, что в файле.
import-columns-text = Нужны имя и адрес электронной почты каждого человека; можно добавить контактное лицо, вид участия, дату и язык.
import-file = Файл
import-look = Посмотреть
import-other = Выбрать другой файл
import-look-again = Посмотреть ещё раз
import-total = Строк в файле: { $count }
import-new = Новых людей: { $count }
import-twice = Уже в списке или повторяются в файле, пропущено: { $count }. Строки:
import-mistakes = Ошибок: { $count }
import-nothing = Пока есть ошибки, никто не будет добавлен. Исправьте файл и выберите его снова или укажите верные столбцы.
import-place = Строка { $line }, { $column }:
import-mail = Отправить каждому билет по почте
import-button = Добавить новых людей
import-columns = Что в каком столбце
import-no-column = Нет в файле
import-done = Добавлено: { $count }
act-import = Добавление из файла
invalid-no-rows = В этом файле нет новых людей.
invalid-long-file = Файл слишком велик: не больше 50 000 строк и 10 МБ.
invalid-no-table = Это не файл CSV, который можно прочитать. Сохраните таблицу в формате CSV и попробуйте снова.
invalid-wrong-rows = В файле есть ошибка. Никто не добавлен.
