# Páginas que lee el público, tal como las escriben sus autores.
workspace-page = Nuestra página
editor-preview = Ver la vista previa
editor-picture = Imagen
editor-organisation-facts = Quiénes son y dónde encontrarles
editor-logo = Logotipo

writing-marks-label = Dar formato al texto
writing-bold = Negrita
writing-italic = Cursiva
writing-heading = Título
writing-list = Lista
writing-numbers = Lista numerada
writing-link = Enlace
writing-shown = Así se ve

picture-file = Archivo
picture-file-hint = PNG, JPEG o WebP, hasta 10 MB. Se elimina el lugar donde se tomó y todo lo demás que revela el archivo.
picture-alt = Qué se ve, para quienes no lo ven: { $of }
picture-focus-x = Lo importante, de izquierda a derecha
picture-focus-x-hint = En porcentaje: 0 es el borde izquierdo, 50 el centro.
picture-focus-y = Lo importante, de arriba abajo
picture-focus-y-hint = En porcentaje: 0 es el borde superior, 50 el centro.
picture-remove = Quitar
editor-picture-text = Ocupa el lugar del dibujo, en la página y en las listas. Muestre solo a personas que lo hayan aceptado.
editor-picture-now = La imagen actual
editor-picture-unseen = Todavía no se muestra en: { $languages }. Diga ahí qué se ve.
editor-picture-remove-text = La imagen se borra. El dibujo vuelve a su lugar.
history-picture = Imagen
history-alt = Qué se ve
history-focus = Lo importante de la imagen

preview-note = Esto es lo que ve el público. El formulario de inscripción y los enlaces del calendario solo están en la página pública.
preview-no-date = Todavía no hay ninguna fecha, así que no hay nada que ver. Añada primero una fecha.
preview-back = Volver al evento
preview-title = Vista previa: { $title }
preview-language-label = Idioma del público
preview-label = Vista previa

organisation-name = Nombre
organisation-name-hint = Hasta 120 caracteres.
organisation-summary = En pocas palabras
organisation-summary-hint = Una o dos frases, hasta 300 caracteres.
organisation-description = Qué hacen
organisation-description-hint = Una línea vacía empieza un párrafo nuevo. Puede escribir **negrita**, *cursiva*, # título, - lista y [palabras](https://example.org).
organisation-kind = Tipo de organización
organisation-email = Dirección de correo
organisation-email-hint = Cualquiera puede verla y escribir a ella.
organisation-links = Enlaces
organisation-links-text = Sus propias páginas; cada una empieza por https://. Deje vacío lo que no necesite.
organisation-link = Enlace { $of }
organisation-logo-text = Está en la cabecera de su página. Las partes transparentes siguen siéndolo.
organisation-logo-remove-text = El logotipo se borra. Un dibujo ocupa su lugar.

act-write-picture = Cambió la imagen de
act-remove-picture = Quitó la imagen de
act-write-organisation = Cambió lo que la organización dice de sí misma
act-write-organisation-text = Escribió un texto de la organización
act-remove-organisation-text = Quitó un texto de la organización
act-write-logo = Cambió el logotipo de la organización
act-remove-logo = Quitó el logotipo de la organización

invalid-last-language = Es el único idioma, así que tiene que quedarse.
invalid-picture-kind = No es una imagen PNG, JPEG o WebP. Elija otro archivo.
invalid-picture-broken = Esta imagen está dañada o incompleta. Elija otro archivo.
invalid-picture-large = Este archivo ocupa más de 10 MB. Redúzcalo o elija otro.
invalid-picture-pixels = Esta imagen tiene más de 40 megapíxeles. Redúzcala o elija otra.
invalid-picture-moves = Esta imagen se mueve. Elija una fija.
invalid-picture-quota = Su organización tiene 200 imágenes, el máximo. Quite antes una.
invalid-percent = Hace falta un número entero de 0 a 100.
