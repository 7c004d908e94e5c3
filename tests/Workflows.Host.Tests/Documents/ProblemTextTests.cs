using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;

namespace Workflows.Host.Tests.Documents;

/// <summary>What the API refuses is said in Chinese, too, whoever refuses it.</summary>
public sealed partial class ProblemTextTests
{
    /// <summary>Files whose sentences nobody gets from the API: what a start, a page or a description says.</summary>
    private static readonly string[] Others =
    [
        "DatabaseCheck.cs",
        "ClosedPage.cs",
        "OthersPage.cs",
        "EndedPage.cs",
        "FeatureEndpoints.cs",
        "HostSettings.cs",
        "HttpCaller.cs",
        "LocationWords.cs",
        "MissingPage.cs",
        "OpenApiDescription.cs",
        "PluginLoader.cs",
        "PluginSet.cs",
        "RatingWords.cs",
        "StudioTexts.cs",
        "SyncRoom.cs",
    ];

    [Fact]
    public void Host_EverySentenceOfARefusal_IsChinese()
    {
        var sentences = Sentences().ToArray();

        var english = sentences
            .Select(one => (one.File, one.Sentence, Said: ProblemTexts.In(one.Sentence, Language.Chinese)))
            .Where(one => !HasChinese(one.Said) || HalfEnglish().IsMatch(one.Said))
            .Select(one => $"{one.File}: {one.Sentence} => {one.Said}")
            .ToArray();

        Assert.True(sentences.Length > 200, $"{sentences.Length}: the sources are not read as they are written.");
        Assert.True(english.Length == 0, string.Join('\n', english));
    }

    [Theory]
    [InlineData("There is no template 'x'.", "没有模板“x”。")]
    [InlineData("Failed to bind parameter \"Nullable<int> Limit\" from \"abc\".", "参数“Limit”的值“abc”无法理解。")]
    [InlineData(
        "Somebody saved this workflow meanwhile (version 3). Your change was not saved: reload the page to see theirs.",
        "有人 其间保存了该流程（版本 3）。您的修改没有保存：请重新加载页面查看。"
    )]
    public void Sentence_WithPlaces_KeepsWhatTheyHold(string english, string chinese)
    {
        Assert.Equal(chinese, ProblemTexts.In(english, Language.Chinese));
        Assert.Equal(english, ProblemTexts.In(english, Language.English));
    }

    private static IEnumerable<(string File, string Sentence)> Sentences() =>
        from path in Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "src", "Workflows.Host"),
            "*.cs",
            SearchOption.AllDirectories
        )
        let file = Path.GetFileName(path)
        where !Elsewhere().IsMatch(path) && !Others.Contains(file, StringComparer.Ordinal)
        from literal in DiagnosticSources.Literals(File.ReadAllText(path))
        where DiagnosticSources.IsSentence(literal.Text) && !ForOthers().IsMatch(literal.Before)
        select (file, literal.Text);

    private static bool HasChinese(string text) => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff');

    [GeneratedRegex("/(?:obj|bin|Commands|Activities)/", RegexOptions.None, 1_000)]
    private static partial Regex Elsewhere();

    /// <summary>Summaries of routes, attributes, the log, the command line, and failures of steps.</summary>
    [GeneratedRegex(
        """(?:WithSummary|Finish|Map|Step|Log\w*|(?:BadInput|HttpRequest|Fault)Exception)\(|^\s*\[\w+\(""",
        RegexOptions.Multiline,
        1_000
    )]
    private static partial Regex ForOthers();

    [GeneratedRegex(@"\b[a-z]+ [a-z]+ [a-z]+\b", RegexOptions.NonBacktracking)]
    private static partial Regex HalfEnglish();
}
