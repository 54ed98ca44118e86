"""The words that documentation uses, as data: concept → words in several languages.

To teach undrift a language, add its words here; nothing else names a word. Phrases are
separated by `|` and matched in lower case, as whole words (`lookup` does that).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from .phrases import by_phrase, pattern, phrases, whole_words

METHODS = frozenset(
    ("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY")
)
"""HTTP's own words, in every language."""


class Concept(StrEnum):
    """What a heading, a label or a tab announces."""

    METHOD = "method"
    URL = "url"
    ENDPOINT = "endpoint"
    HEADERS = "headers"
    PATH = "path"
    QUERY = "query"
    PARAMETERS = "parameters"
    """Of the request, wherever they travel."""
    BODY = "body"
    REQUEST = "request"
    RESPONSE = "response"
    ERRORS = "errors"
    OTHER = "other"
    """Known to be no part of the API's description."""


class Column(StrEnum):
    """What a table's column holds."""

    METHOD = "method"
    PATH = "path"

    NAME = "name"
    TYPE = "type"
    REQUIRED = "required"
    DESCRIPTION = "description"
    DEFAULT = "default"
    EXAMPLE = "example"
    LOCATION = "location"
    STATUS = "status"
    CODE = "code"


_HEADINGS: Mapping[Concept, str] = {
    Concept.METHOD: (
        "method | http method | request method | метод | метод запроса | http метод | "
        "methode | http methode | método | método http | méthode | méthode http "
        "| 请求方式 | 请求方法"
    ),
    Concept.URL: (
        "url | request url | endpoint url | урл | урл запроса | url запроса | адрес "
        "запроса | anfrage url | url de la solicitud | url de la requête | url da "
        "requisição | 请求地址 | 接口地址 | 请求路径"
    ),
    Concept.ENDPOINT: (
        "endpoint | endpoints | http request | эндпоинт | эндпойнт | endpunkt | point "
        "de terminaison"
    ),
    Concept.HEADERS: (
        "header | headers | request headers | http headers | header parameters | "
        "заголовки | заголовки запроса | http заголовки | kopfzeilen | header "
        "parameter | encabezados | cabeceras | en-têtes | cabeçalhos "
        "| 请求头 | 请求头参数"
    ),
    Concept.PATH: (
        "path parameter | path parameters | url parameters | path params | параметры "
        "пути | параметры url | pfadparameter | pfad parameter | parámetros de ruta | "
        "paramètres de chemin | parâmetros de caminho | parâmetros de rota "
        "| 路径参数"
    ),
    Concept.QUERY: (
        "query | query parameter | query parameters | query params | query string | "
        "query string parameters | параметры строки запроса | query параметры | "
        "abfrageparameter | parámetros de consulta | paramètres de requête | "
        "parâmetros de consulta | 查询参数"
    ),
    Concept.PARAMETERS: (
        "parameters | params | arguments | attributes | input | request parameters | "
        "request attributes | параметры | параметры запроса | входные параметры | "
        "parameter | anfrageparameter | parámetros | parámetros de la solicitud | "
        "paramètres | parâmetros | parâmetros da requisição | 请求参数 | 参数"
    ),
    Concept.BODY: (
        "body | body parameters | form data | form data parameters | form parameters | "
        "body params | request body | request fields | "
        "payload | request payload | тело запроса | параметры тела | request body "
        "parameters | anfragekörper | cuerpo | cuerpo de la solicitud | corps | corps "
        "de la requête | corpo | corpo da requisição | 请求体 | 请求体参数"
    ),
    Concept.REQUEST: (
        "request | request example | example request | sample request | curl | запрос "
        "| пример запроса | примеры запроса | примеры запросов | anfrage | "
        "beispielanfrage | solicitud | ejemplo de solicitud | requête | exemple de "
        "requête | requisição | exemplo de requisição | 请求 | 请求示例"
    ),
    Concept.RESPONSE: (
        "response | responses | the above command returns | response body | response "
        "parameters | response fields "
        "| response example | example response | sample response | successful "
        "response | success response | returns | ответ | ответы | ответа | параметры "
        "ответа | пример ответа | примеры ответа | тело ответа | успешный ответ | "
        "antwort | antworten | beispielantwort | respuesta | respuestas | ejemplo de "
        "respuesta | réponse | réponses | exemple de réponse | resposta | respostas | "
        "exemplo de resposta | 响应 | 返回 | 响应参数 | 返回参数 | 响应示例 | 返回示例"
    ),
    Concept.ERRORS: (
        "error | errors | error codes | error code | error response | error responses "
        "| status codes | response codes | http status codes | possible errors | "
        "ошибки | ошибка | коды ошибок | код ошибки | возможные ошибки | коды ответа "
        "| коды ответов | fehler | fehlercodes | statuscodes | errores | códigos de "
        "error | códigos de estado | erreurs | codes d erreur | erros | códigos de "
        "erro | 错误码 | 错误代码 | 状态码"
    ),
    Concept.OTHER: (
        "related | related endpoints | related pages | see also | next steps | "
        "enum values | enum | enums | status values | allowed values | possible values "
        "| valid values | type codes | permission | permissions | required permission "
        "| required permissions | scopes | required scopes | limits | validation "
        "rules | template variables | coming soon | roadmap | future endpoints | "
        "future versions | future plans | future support | planned endpoints | "
        "planned features | not supported | not yet supported | unsupported | not "
        "available | not yet available | not implemented | removed endpoints | use "
        "cases | best practices | "
        "further reading | learn more | changelog | agent instructions | "
        "documentation index | outbound webhooks | webhook payload | webhook "
        "payloads | webhook payload format | webhook headers | webhook notification "
        "| webhook notifications | webhook events | event payload | event payloads | "
        "delivery payload | response headers | rate limits | заголовки ответа | "
        "смотрите также | см также | siehe auch | ver también | voir aussi | veja "
        "também"
    ),
}
HEADINGS = by_phrase(_HEADINGS)

_COLUMNS: Mapping[Column, str] = {
    Column.METHOD: (
        "method | http method | verb | http verb | метод | http метод | methode | "
        "método | méthode | 方法 | メソッド"
    ),
    Column.PATH: (
        "path | endpoint | url | uri | route | api | путь | адрес | эндпоинт | pfad | "
        "ruta | chemin | caminho | 路径 | 地址 | 接口"
    ),
    Column.NAME: (
        "name | field | field name | parameter | parameter name | param | attribute | "
        "property | argument | key | header | variable | название | имя | параметр | "
        "поле | заголовок | наименование | feld | eigenschaft | bezeichnung | nombre "
        "| campo | parámetro | nom | champ | paramètre | nome | parâmetro | 参数名 "
        "| 参数 | 字段 | 名称 | 字段名"
    ),
    Column.TYPE: (
        "type | data type | datatype | format | тип | тип данных | формат | typ | "
        "datentyp | tipo | tipo de dato | type de données | tipo de dado | formato | "
        "类型 | 参数类型"
    ),
    Column.REQUIRED: (
        "required | req | mandatory | optional | is required | required? | presence | "
        "обяз | обязательно | обязательный | обязательность | обязательное | "
        "erforderlich | pflicht | pflichtfeld | requerido | obligatorio | requis | "
        "obligatoire | obrigatório | obrigatória | 必填 | 是否必填 | 必选 | 是否必须"
    ),
    Column.DESCRIPTION: (
        "description | details | meaning | notes | comment | explanation | message | "
        "reason | описание | комментарий | значение | пояснение | beschreibung | "
        "bedeutung | descripción | significado | signification | descrição | "
        "说明 | 描述 | 备注"
    ),
    Column.DEFAULT: (
        "default | default value | по умолчанию | значение по умолчанию | standard | "
        "standardwert | por defecto | predeterminado | par défaut | défaut | padrão | "
        "默认值"
    ),
    Column.EXAMPLE: (
        "example | example value | sample | пример | beispiel | ejemplo | exemple | "
        "exemplo"
    ),
    Column.LOCATION: (
        "in | location | located in | parameter type | где | ubicación | emplacement "
        "| localização"
    ),
    Column.STATUS: (
        "status | status code | http status | http status code | http code | статус | "
        "http статус | код ответа | http код | statuscode | estado | statut | 状态码"
    ),
    Column.CODE: (
        "code | error code | error | код | код ошибки | fehlercode | código | código "
        "de error | code d erreur | código de erro"
    ),
}
COLUMNS = by_phrase(_COLUMNS)

FIELD_COLUMNS = phrases(
    "field | field name | attribute | property | key | поле | feld | eigenschaft | "
    "campo | champ | 字段"
)
"""Headers of names that rather stand in a reply than in a query."""

OPTIONAL_COLUMNS = phrases("optional | необязательно | opcional | optionnel")
"""Headers of a column in which *yes* means that something may be left out."""

_TYPES: Mapping[tuple[str, str], str] = {
    # (JSON type, format): words
    ("string", ""): (
        "string | str | text | char | varchar | enum | строка | текст | zeichenkette "
        "| cadena | texto | chaîne | texte | 字符串"
    ),
    ("integer", ""): (
        "integer | int | int32 | int64 | long | bigint | smallint | целое | целое "
        "число | ganzzahl | entero | entier | inteiro | 整数 | 整型"
    ),
    ("number", ""): (
        "number | numeric | float | double | decimal | число | zahl | dezimalzahl | "
        "número | nombre | decimal number"
    ),
    (
        "boolean",
        "",
    ): "boolean | bool | логический | булево | booleano | booléen | wahrheitswert",
    (
        "object",
        "",
    ): "object | json | map | hash | dict | объект | objekt | objeto | objet",
    (
        "array",
        "",
    ): "array | list | массив | список | liste | lista | tableau | arreglo",
    ("string", "uuid"): "uuid | guid",
    ("string", "date"): "date | дата | datum | fecha",
    ("string", "date-time"): "datetime | date-time | timestamp",
    ("string", "email"): "email",
    ("string", "uri"): "url | uri",
    ("string", "binary"): "file | файл",
}
TYPES = by_phrase(_TYPES)

YES = phrases(
    "yes | y | true | required | mandatory | ✓ | ✔ | ✔️ | ✅ | да | обязательно | "
    "обязательный | обязательное | обязателен | ja | erforderlich | pflicht | sí | si "
    "| requerido | obligatorio | oui | requis | obligatoire | sim | obrigatório | "
    "obrigatória | m | r | x | ● | ⚫ | 是 | 必填 | 必须 | はい | 必須"
)
NO = phrases(
    "no | n | false | optional | - | – | — | ✗ | ✘ | ✕ | ❌ | нет | необязательно | "
    "необязательный | необязательное | nein | opcional | não | non | optionnel | "
    "facultatif | o | 否 | 可选 | 选填 | いいえ | 任意"
)
CONDITIONAL = phrases(
    "conditional | conditionally | depends | if | when | unless | only | c | cond | "
    "условно | если "
    "| wenn | bedingt | falls | condicional | si | conditionnel"
)

LOCATIONS = by_phrase(
    {
        Concept.PATH: "path | url | путь | pfad | ruta | chemin",
        Concept.QUERY: "query | querystring | query string",
        Concept.HEADERS: "header | headers | заголовок",
        Concept.BODY: "body | form | formdata | тело | cuerpo | corps",
    }
)
"""What a column that says where a parameter travels may hold."""

# Parts of regular expressions: words that stand before or after a number or a list.
AT_LEAST = (
    "minimum length of|minimum length|min length|minlength|at least|minimum of|minimum"
    "|min|не менее|минимум|минимальная длина|mindestens|al menos|mínimo|au moins"
    "|no mínimo|pelo menos"
)
AT_MOST = (
    "maximum length of|maximum length|max length|maxlength|at most|up to|maximum of"
    "|maximum|max|не более|максимум|максимальная длина|höchstens|como máximo|máximo"
    "|au plus|no máximo"
)
BETWEEN = "between|from|от|zwischen|von|entre|de"
AND = "and|to|до|und|bis|y|et|e|a|à"
CHARACTERS = (
    "characters?|chars?|symbols?|letters?|символ(?:а|ов)?|знак(?:а|ов)?|zeichen"
    "|caracteres|caractères"
)
ONE_OF = (
    "one of|allowed values|possible values|valid values|accepted values|одно из"
    "|допустимые значения|возможные значения|eines von|uno de|un de|um de"
)
BY_DEFAULT = (
    "defaults to|default is|default value|default|по умолчанию|standardmäßig"
    "|por defecto|par défaut|padrão"
)
DEPRECATED = phrases("deprecated | устарел | veraltet | obsoleto | obsolète")

ABOUT_OBJECTS = phrases(
    "object | item | element | field | structure | schema | array | list | parameter "
    "| param | attribute | property | detail | format | entry | model | value | the "
    "| of | for | each | in | json | request | body | nested | child | объект | поле "
    "| objekt | feld | objeto | campo | objet | champ"
)
"""What a heading about a field's inside says besides the field's name; singular."""

EVERYWHERE = whole_words(
    "(?:all|every|each|any)(?: (?:of )?(?:these|the|our|api))* "
    "(?:endpoints?|operations?|requests?|calls?|methods?|routes?)"
    "|все(?:х)? (?:методы|методов|запросы|запросов)|alle(?:n)? (?:endpunkte|anfragen)"
    "|tod(?:as|os) (?:las|los) (?:peticiones|endpoints|solicitudes)"
    "|tous les (?:endpoints|appels)"
)
"""What is said of all operations of a page."""

ALIKE = whole_words(
    "variants? share|share the same|same (?:behaviou?r|request|parameters|body)"
    "|одинаков(?:ы|ое)|teilen (?:sich )?dasselbe|comparten|partagent|compartilham"
)
"""What is said of endpoints that are alike."""

UNSUPPORTED = pattern(
    r"\b(?:is|are|be|currently) not (?:yet |currently )?(?:supported|available"
    r"|implemented|exposed)"
    r"|\bnot (?:yet|currently) (?:supported|available|implemented|exposed)"
    r"|\bnot (?:supported|implemented)\b"
    r"|\bfuture (?:versions?|releases?) (?:may|will)\b"
    r"|\bcoming soon\b|\b(?:is|are) planned\b"
    r"|\bplanned (?:for|but)\b|\bwill be (?:added|introduced|supported)\b"
    r"|\bin a (?:future|later) (?:release|version)\b|\bdo(?:es)? not exist\b"
    r"|не поддержива|не реализован|nicht (?:unterstützt|verfügbar)"
    r"|no (?:está|es) (?:disponible|soportad)|pas encore (?:disponible|pris en charge)"
    r"|não (?:está disponível|é suportad)|暂不支持|尚未支持"
)
"""What is said of endpoints that do not exist."""

AUTHENTICATION = (
    "authentication|authorization|auth|security|авторизация|аутентификация"
    "|authentifizierung|autenticación|authentification|autenticação|认证|鉴权"
)
"""Part of a regular expression: what a line about authentication begins with."""
