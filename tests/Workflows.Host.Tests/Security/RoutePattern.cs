namespace Workflows.Host.Tests.Security;

/// <summary>Puts something in the place of a route's parameters.</summary>
internal static class RoutePattern
{
    public static string Fill(string path) => string.Join('/', path.Split('/').Select(FillSegment));

    private static string FillSegment(string segment) =>
        !segment.StartsWith('{') ? segment
        : segment.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString("N")
        : segment.Contains(":int", StringComparison.Ordinal) ? "1"
        : segment.Contains("regex", StringComparison.Ordinal) ? "nothing.css"
        : "nothing";
}
