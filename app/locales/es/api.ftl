# La interfaz HTTP.
api-key = Esta petición necesita la cabecera Idempotency-Key: de 16 a 255 caracteres ASCII que nadie pueda adivinar, por ejemplo un UUID aleatorio.
api-key-reused = Esta Idempotency-Key ya llegó con otra petición. Envíe una nueva con cada nueva petición.
api-key-in-use = La primera petición con esta Idempotency-Key se está tramitando. Envíela de nuevo dentro de un momento.
api-not-json = Envíe JSON, e indíquelo: Content-Type: application/json.
api-unreadable = Esto no es JSON que se pueda leer.
api-parameter = Este parámetro de la dirección no se puede leer.
api-wrong-type = Esto no es del tipo que debe ser.
api-unknown-member = Aquí no hay ningún miembro con este nombre.
api-method = Esta dirección no conoce este método.
mail-renamed-subject = Ha cambiado un nombre en su inscripción: { $event }
mail-renamed-opening = se ha cambiado un nombre en su inscripción en «{ $event }». Más abajo figuran las personas que asistirán, tal como dice ahora su entrada. Si no ha sido usted, escriba a los organizadores.
act-rename = Nombres cambiados
mail-kind-renamed = Se cambió un nombre
