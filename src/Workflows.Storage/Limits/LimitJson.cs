using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflows.Marketing.Limits.Ledger;

namespace Workflows.Storage.Limits;

/// <summary>
/// Marks and holds as JSON: <c>[[ticks, used, among], …]</c> and <c>[[code, scope, ticks, used, among], …]</c>; numbers in
/// full, for they may be money.
/// </summary>
internal static class LimitJson
{
    public static string Write(IReadOnlyList<LimitMark> marks)
    {
        var text = new StringBuilder("[");
        foreach (var mark in marks)
        {
            text.Append(text.Length > 1 ? "," : "").Append('[');
            Append(text, mark).Append(']');
        }

        return text.Append(']').ToString();
    }

    public static string Write(IReadOnlyList<LimitHold> holds)
    {
        var text = new StringBuilder("[");
        foreach (var hold in holds)
        {
            text.Append(text.Length > 1 ? ",[" : "[")
                .Append(JsonSerializer.Serialize(hold.Code))
                .Append(',')
                .Append(JsonSerializer.Serialize(hold.Scope))
                .Append(',');
            Append(text, hold.Mark).Append(']');
        }

        return text.Append(']').ToString();
    }

    public static IReadOnlyList<LimitMark> ReadMarks(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(mark => Mark(mark, 0))];
    }

    public static IReadOnlyList<LimitHold> ReadHolds(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(hold => new LimitHold(hold[0].GetString()!, hold[1].GetString()!, Mark(hold, 2))),
        ];
    }

    private static StringBuilder Append(StringBuilder text, LimitMark mark) =>
        text.Append(CultureInfo.InvariantCulture, $"{mark.Start.UtcTicks},{mark.Used},{mark.Among}");

    private static LimitMark Mark(JsonElement values, int at) =>
        new(
            new DateTimeOffset(values[at].GetInt64(), TimeSpan.Zero),
            values[at + 1].GetDecimal(),
            values[at + 2].GetDecimal()
        );
}
