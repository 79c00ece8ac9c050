# Lo que se dice a las personas inscritas cuando cambia un evento.
editor-telling =
    { $count ->
        [one] Afecta a una inscripción. Si cambian la hora, el lugar o el estado, recibe un correo diez minutos después de guardar por primera vez.
       *[other] Afecta a { $count } inscripciones. Si cambian la hora, el lugar o el estado, cada una recibe un correo diez minutos después de guardar por primera vez.
    }
editor-telling-not = No escribirles
mail-kind-event-changed = Novedades del evento
mail-event-changed-subject = Cambios: { $event }
mail-event-changed-opening = algo ha cambiado en { $event }. Así queda ahora; sus plazas siguen siendo suyas.
mail-event-postponed-subject = Aplazado: { $event }
mail-event-postponed-opening = { $event } se aplaza. Aún no se conoce la nueva fecha; le escribiremos cuando se sepa. Sus plazas siguen siendo suyas.
mail-event-cancelled-subject = Cancelado: { $event }
mail-event-cancelled-opening = { $event } no se celebrará en esta fecha. Lo sentimos. No tiene que hacer nada.
mail-when-before = Estaba previsto
mail-where-before = Estaba previsto en
