using System.Text.RegularExpressions;

namespace Workflows.Host.Tests.Elsa;

/// <summary>Every route of Elsa's interface is asked by a test of this folder.</summary>
public sealed partial class ContractCoverageTests
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests", "Workflows.Host.Tests");

    [Fact]
    public async Task Routes_OfElsa_AreEachAskedByATest()
    {
        var routes = await File.ReadAllLinesAsync(Path.Combine(Tests, "Security", "Routes.approved.txt"));
        var sources = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(Tests, "Elsa"), "*.cs")
                .Where(file => !file.EndsWith($"{nameof(ContractCoverageTests)}.cs", StringComparison.Ordinal))
                .Select(File.ReadAllText)
        );

        var unasked = routes
            .Select(route => Route().Match(route))
            .Where(route => route.Success && !IsAsked(route, sources));

        Assert.Empty(unasked.Select(route => route.Value));
    }

    /// <summary>A test writes a parameter as it likes: a value, or one of its own variables in braces.</summary>
    private static bool IsAsked(Match route, string sources)
    {
        var path = Parameter().Replace(Regex.Escape(route.Groups["path"].Value), """(\{[^}"]*\}+|[^/"?]+)""");
        return Regex.IsMatch(
            sources,
            path + """["?/]""",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
            TimeSpan.FromSeconds(5)
        );
    }

    [GeneratedRegex(
        @"^[A-Z]+\s+/elsa/api(?<path>/\S+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Route();

    [GeneratedRegex(@"\\\{[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
