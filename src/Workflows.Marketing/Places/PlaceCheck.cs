using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Places;

/// <summary>Checks what stores, staff and groups have in common, and collects all that is wrong.</summary>
internal sealed class PlaceCheck
{
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public PlaceCheck Text(string? text, int longest, string path, bool isNeeded = true)
    {
        var isThere = !string.IsNullOrWhiteSpace(text);
        if (isThere ? text!.Length > longest || text.Any(char.IsControl) : isNeeded)
        {
            Say("PLC001", $"1 to {longest} printable characters are needed here.", path);
        }

        return this;
    }

    public PlaceCheck Number(int number, int from, int to, string path)
    {
        if (number < from || number > to)
        {
            Say("PLC002", $"A whole number from {from} to {to} is needed here.", path);
        }

        return this;
    }

    public PlaceCheck Position(GeoPoint? position, string path)
    {
        if (position is { IsValid: false })
        {
            Say(
                "PLC003",
                "This is no position on the earth.",
                path,
                "Write degrees: a latitude from -90 to 90 and a longitude from -180 to 180."
            );
        }

        return this;
    }

    public PlaceCheck TimeZone(string? zone, string path)
    {
        if (!string.IsNullOrEmpty(zone) && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            Say("PLC004", $"'{Shorten(zone)}' is not a known time zone.", path, "Write a name such as Asia/Shanghai.");
        }

        return this;
    }

    public void Say(string code, string message, string path, string? remedy = null) =>
        _diagnostics.Add(new Diagnostic(code, message, path, Remedy: remedy));

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
