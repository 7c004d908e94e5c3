using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Host.Tests.Documents;

/// <summary><c>docs/requirements.md</c>: every requirement once, and every place and test it names is there.</summary>
public sealed partial class RequirementsTests
{
    private static readonly (string Family, int Count)[] Families =
    [
        ("S0", 65),
        ("S1", 50),
        ("S2", 58),
        ("S3", 75),
        ("S4", 56),
    ];

    private static readonly IReadOnlyList<Requirement> All =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "docs", "requirements.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => new Requirement(
                match.Groups["id"].Value,
                match.Groups["what"].Value.Trim(),
                match.Groups["where"].Value.Trim(),
                match.Groups["test"].Value.Trim()
            )),
    ];

    [Fact]
    public void Requirements_AllOfThem_AreThereOnceInOrder() =>
        Assert.Equal(
            Families.SelectMany(family =>
                Enumerable.Range(1, family.Count).Select(number => $"{family.Family}-{number:00}")
            ),
            All.Select(row => row.Id)
        );

    [Fact]
    public void Requirements_OfEachRow_NameWhatThereIs()
    {
        var tests = TestNames();

        Assert.All(
            All,
            row =>
            {
                Assert.NotEmpty(row.What);
                if (row.Where is "later")
                {
                    Assert.Empty(row.Test);
                    return;
                }

                var place = Path.Combine(Repository.Root, row.Where.Trim('`'));
                Assert.True(File.Exists(place) || Directory.Exists(place), $"{row.Id}: there is no place {row.Where}");
                Assert.All(
                    Shown(row.Test),
                    test =>
                        Assert.True(
                            CaseOf(test) ?? tests.Contains(test.Trim('`')),
                            $"{row.Id}: there is no test {test}"
                        )
                );
            }
        );
    }

    // What shows a row, one by one: "`file` a, b, `Test.Name`" are two cases of the file and a test.
    private static List<string> Shown(string tests)
    {
        List<string> shown = [];
        var file = "";
        foreach (var test in tests.Split(", "))
        {
            var isNamed = test.StartsWith('`');
            file = isNamed ? test.Split(' ')[0] : file;
            shown.Add(isNamed ? test : $"{file} {test}");
        }

        return shown;
    }

    // A case of a rule set or a template is a test as well: all of them are run. Null for what is no case.
    private static bool? CaseOf(string test) =>
        Case().Match(test) is not { Success: true } match ? null
        : Path.Combine(Repository.Root, match.Groups["file"].Value) is var file && !File.Exists(file) ? false
        : JsonDocument
            .Parse(File.ReadAllText(file))
            .RootElement.GetProperty("cases")
            .EnumerateArray()
            .Any(one =>
                match.Groups["name"].Value.Equals(one.GetProperty("name").GetString(), StringComparison.Ordinal)
            );

    private static HashSet<string> TestNames() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file =>
                    Test()
                        .Matches(File.ReadAllText(file))
                        .Select(match => $"{Path.GetFileNameWithoutExtension(file)}.{match.Groups["name"].Value}")
                ),
        ];

    [GeneratedRegex(
        @"^\| (?<id>S[0-4]-\d\d) \| (?<what>[^|]*) \| (?<where>[^|]*) \| ?(?<test>[^|]*) ?\|$",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Row();

    [GeneratedRegex(
        "^`(?<file>(rules|workflows)/[a-z0-9-]+/cases.json)` (?<name>[^ ]+)$",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Case();

    [GeneratedRegex(@"public (async )?(Task|void) (?<name>[A-Z]\w+)\(", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Test();

    private sealed record Requirement(string Id, string What, string Where, string Test);
}
