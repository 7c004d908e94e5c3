using System.Text.Json.Nodes;

namespace Workflows.Host.Tests.Documents;

/// <summary>A block as the designer draws it, measured in a browser: what it covers, rounded up.</summary>
/// <param name="Name">Its title.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">With the names of its outcomes, which stand right of it.</param>
/// <param name="Height">As high as its outcomes and its description need.</param>
internal sealed record CanvasBlock(string Name, double X, double Y, double Width, double Height)
{
    private const int LeastWidth = 200;
    private const int LeastHeight = 60;
    private const int Icon = 100;
    private const int Outcome = 24;
    private const int OutcomeName = 80;
    private const int DescriptionWidth = 242;
    private const int DescriptionLine = 20;
    private const int LettersOfALine = 17;

    private double Right => X + Width;

    private double Bottom => Y + Height;

    public static CanvasBlock Of(JsonObject activity, string typeTitle, int outcomes)
    {
        var metadata = activity["metadata"]!;
        var title = (string?)metadata["displayText"] ?? (string)activity["name"]!;
        var description = (bool?)metadata["showDescription"] is true ? (string?)metadata["description"] ?? "" : "";
        var place = metadata["designer"]!["position"]!;
        var lines = Math.Ceiling(Letters(description, 1, 0.6) / LettersOfALine);
        var width = Math.Max(
            Math.Max(LeastWidth, lines > 0 ? DescriptionWidth : 0),
            Icon + Math.Max(Letters(title, 15, 7), Letters(typeTitle, 13, 7))
        );
        var height = Math.Max(LeastHeight + (lines > 0 ? 10 + (lines * DescriptionLine) : 0), outcomes * Outcome);
        return new CanvasBlock(
            title,
            (double)place["x"]!,
            (double)place["y"]!,
            width + (outcomes > 0 ? OutcomeName : 0),
            height
        );
    }

    public bool Covers(CanvasBlock other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool StandsBefore(CanvasBlock other) => Right <= other.X;

    private static double Letters(string text, double wide, double narrow) =>
        text.Sum(letter => letter > '\u2000' ? wide : narrow);
}
