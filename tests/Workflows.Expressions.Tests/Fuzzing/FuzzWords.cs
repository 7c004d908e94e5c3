using System.Text.Json;

namespace Workflows.Expressions.Tests.Fuzzing;

/// <summary>What texts of each notation are made of, and good ones to damage.</summary>
internal static class FuzzWords
{
    private static readonly string[] Names =
    [
        "a",
        "b",
        "s",
        "m",
        "t",
        "now",
        "items",
        "texts",
        "customer",
        "anything",
        "missing",
    ];

    private static readonly string[] Values =
    [
        "0",
        "1",
        "2.5",
        "\"x\"",
        "'x'",
        "true",
        "null",
        "1e9",
        "0x1F",
        "\"\"",
        "-1",
    ];

    private static readonly string[] Signs =
    [
        "+",
        "-",
        "*",
        "/",
        "%",
        "**",
        "&&",
        "||",
        "!",
        "==",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "=",
        "<>",
        "&",
        "|",
        "^",
        "~",
        "<<",
        ">>",
        "??",
        "?",
        ":",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ".",
        ";",
        "=>",
        "'",
        "\"",
        "#",
    ];

    public static IReadOnlyList<string> Of(Notation notation) => [.. Names, .. Values, .. Signs, .. Words(notation)];

    public static IReadOnlyList<string> Known(Notation notation) =>
        notation switch
        {
            Notation.Lambda => [.. FuzzTexts.Table("Hostile/lambda.cases"), .. FuzzTexts.Table("Lambda/lambda.cases")],
            Notation.NCalc =>
            [
                .. FuzzTexts.Table("Hostile/ncalc.cases"),
                .. FuzzTexts.Table("NCalc/ncalc.cases"),
                .. Recorded(),
            ],
            Notation.JavaScript =>
            [
                .. FuzzTexts.Table("Hostile/javascript.cases"),
                .. FuzzTexts.Table("Scripting/javascript.cases"),
            ],
            _ => [.. FuzzTexts.Table("Hostile/liquid.cases"), .. FuzzTexts.Table("Scripting/liquid.cases")],
        };

    private static string[] Words(Notation notation) =>
        notation switch
        {
            Notation.Lambda =>
            [
                "and",
                "or",
                "not",
                "in",
                "new",
                "as",
                "is",
                "it",
                "iif(",
                "np(",
                "cast(",
                "Math.Abs(",
                ".Length",
                ".Any(",
                ".Where(x => ",
                ".Select(",
                ".Sum(",
                ".ToList()",
                ".Contains(",
                ".Substring(",
                ".AddDays(",
                "DateTime(",
                "Regex.IsMatch(",
                ".First()",
                ".Name",
                ".Tags",
                "string.Join(",
                ".PadLeft(",
                ".ToString(",
                "x",
            ],
            Notation.NCalc =>
            [
                "and",
                "or",
                "not",
                "in",
                "like",
                "not in",
                "if(",
                "ifs(",
                "Abs(",
                "Max(",
                "Min(",
                "Round(",
                "Pow(",
                "in(",
                "[a]",
                "{b}",
                "#2024-01-31#",
                "!",
                "0b11",
                "isNull(",
            ],
            Notation.JavaScript =>
            [
                "let x =",
                "return",
                "if (",
                "else",
                "for (;;)",
                "while (",
                "function f(",
                "class A",
                "async",
                "await",
                "new",
                "typeof",
                "void",
                "delete",
                ".map(x => x)",
                "...",
                "`${",
                "`",
                "/a/",
                ".repeat(",
                "JSON.stringify(",
                "this",
                "yield",
                "throw",
                "try {",
                "} catch {",
                "Symbol.iterator",
                ".constructor",
                "Object.keys(",
                "x",
            ],
            _ =>
            [
                "{{",
                "}}",
                "{%",
                "%}",
                "{{ a }}",
                "if",
                "endif",
                "for i in",
                "endfor",
                "assign x =",
                "capture",
                "endcapture",
                "case",
                "when",
                "endcase",
                "| upcase",
                "| append:",
                "| replace:",
                "| date:",
                "| split:",
                "| times:",
                "(1..9)",
                "{% if a %}",
                "{% endif %}",
                "{% for i in items %}",
                "{% endfor %}",
                "{{ i }}",
                "raw",
                "comment",
                "cycle",
                "tablerow",
                "{%-",
                "-%}",
            ],
        };

    private static IEnumerable<string> Recorded()
    {
        using var recording = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases/ncalc-public.json"))
        );
        return
        [
            .. recording
                .RootElement.GetProperty("cases")
                .EnumerateArray()
                .Select(entry => entry.TryGetProperty("expression", out var text) ? text.GetString() : null)
                .OfType<string>(),
        ];
    }
}
