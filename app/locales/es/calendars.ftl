calendar-all-name = Concord: todos los eventos
calendar-cancelled-title = Cancelado: { $title }
calendar-title = Añada el evento a su calendario
calendar-download = Descargar una vez
calendar-follow = Seguir en mi calendario
calendar-address = Dirección de suscripción
calendar-note = Si se suscribe, cualquier cambio de hora o de lugar llega por sí solo a su calendario. Google lo consulta apenas una o dos veces al día.
follow-all = Siga todos los eventos en su calendario
