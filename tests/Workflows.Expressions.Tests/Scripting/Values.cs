using Workflows.Expressions.Tests.Lambda;

namespace Workflows.Expressions.Tests.Scripting;

/// <summary>A scope and host globals like those a workflow gives to its scripts.</summary>
internal static class Values
{
    private static readonly Dictionary<string, object?> Variables = new(StringComparer.Ordinal)
    {
        ["Total"] = 12.5m,
        ["Name"] = "Mei",
        ["Order"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = 7,
            ["lines"] = new List<object?> { "a", "b" },
        },
    };

    public static readonly Scope Scope = MapScope.Of(
        (
            "contact",
            new Customer("Li Lei", 3, DateTimeOffset.Parse("2021-01-01T00:00:00+08:00"), 99.5m, ["vip", "new"])
        ),
        ("at", DateTimeOffset.Parse("2021-01-31T08:00:00+08:00")),
        ("city", "上海"),
        ("json", System.Text.Json.JsonDocument.Parse("""{"A":{"b":[1,2,{"c":true}]}}""").RootElement),
        ("big", 9007199254740993L),
        ("day", DayOfWeek.Monday),
        ("nothing", null)
    );

    public static readonly ScriptGlobals Globals = new ScriptGlobals
    {
        Clock = _ => DateTimeOffset.Parse("2021-02-03T04:05:06Z"),
    }
        .With("getVariable", (_, arguments) => Variables.GetValueOrDefault((string)arguments[0]!))
        .With("add", (_, arguments) => (int)arguments[0]! + (int)arguments[1]!)
        .With("fails", (_, _) => throw new InvalidOperationException("The host refuses."))
        .With("variables", ReadOnly)
        .With("Variables", ReadOnly);

    private static ScriptObject ReadOnly =>
        new(
            (Scope _, string name, out object? value) => Variables.TryGetValue(name, out value),
            Names: _ => Variables.Keys
        );
}
