# The record: who did what.
audit-lead = Всё, что здесь сделано: кем и когда. Изменить или удалить это никто не может.
audit-search = Поиск в журнале
audit-none = Пока ничего не сделано, или ничего не нашлось.
audit-participant = Участник
audit-operator = Оператор этого сайта
act-register = Регистрация
act-give-back = Освобождение мест
act-invite = Приглашение для
act-join = Вступление в организацию
act-withdraw = Отзыв приглашения для
act-change-role = Изменение роли для
act-remove = Прекращение роли для
act-add = Организация добавлена
