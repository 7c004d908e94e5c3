using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;

namespace Workflows.Host.Tests.Documents;

/// <summary>What is wrong with workflows, journeys, rules, expressions, limits, events and imported rows is said in Chinese, too.</summary>
public sealed partial class ChineseDiagnosticTests
{
    [Theory]
    [InlineData("Workflows.Expressions", 80)]
    [InlineData("Workflows.Marketing", 300)]
    [InlineData("Workflows.Rules", 70)]
    [InlineData("Workflows.Runtime", 75)]
    public void Room_EverySentenceOfADiagnostic_IsChinese(string room, int least)
    {
        var sentences = DiagnosticSources.In(Path.Combine(Repository.Root, "src", room)).ToArray();

        var english = sentences
            .Select(one => (one.File, one.Sentence, Said: Said(one.Sentence)))
            .Where(one => !HasChinese(one.Said) || IsHalfEnglish(one.Said))
            .Select(one => $"{one.File}: {one.Sentence} => {one.Said}")
            .ToArray();

        Assert.True(sentences.Length > least, $"{sentences.Length}: the sources are not read as they are written.");
        Assert.True(english.Length == 0, string.Join('\n', english));
    }

    [Fact]
    public void Sentences_OfAStatement_AreReadWithTheirPlacesFilled() =>
        Assert.Equal(
            ["The limit '7' is \"7\".", "Write 7."],
            DiagnosticSources.Sentences(
                """Say(LimitCodes.BadScope, $"The limit '{rule.Name}' is \"{string.Join(", ", names)}\".", "$.a", $"Write {Scopes}.");"""
            )
        );

    [Fact]
    public void Sentences_ForDevelopersAndTheDesigner_AreNoDiagnostics() =>
        Assert.Equal(
            ["It is no 7.", "It went wrong."],
            DiagnosticSources.Sentences(
                """
                [Input(Description = "What it is.")]
                void Do()
                {
                    // Not "a remark of ours."
                    Say(LimitCodes.BadScope, $"It is no {text.Trim('"')}.");
                    throw new InvalidOperationException("It was called twice.");
                    throw new ExpressionException("It went wrong.");
                }
                """
            )
        );

    [Fact]
    public void Limits_EveryReason_HasChinese()
    {
        var file = Path.Combine(Repository.Root, "rules", "contact-limits", "rules.json");
        using var document = JsonDocument.Parse(File.ReadAllText(file));

        var titles = document
            .RootElement.GetProperty("Rules")
            .EnumerateArray()
            .Select(rule => rule.GetProperty("Properties").GetProperty("title").GetProperty("zh").GetString()!)
            .ToArray();

        Assert.True(titles.Length > 10);
        Assert.All(titles, title => Assert.True(HasChinese(title), title));
    }

    private static string Said(string sentence) =>
        JourneyMessages.In(new Diagnostic("ABC001", sentence), Language.Chinese).Message;

    /// <summary>A general form took a sentence's own words for what its place holds.</summary>
    private static bool IsHalfEnglish(string text) => EnglishWords().IsMatch(Example().Replace(text, ""));

    [GeneratedRegex(@"\b[a-z]+ [a-z]+ [a-z]+\b", RegexOptions.NonBacktracking)]
    private static partial Regex EnglishWords();

    [GeneratedRegex(@"例如.*", RegexOptions.NonBacktracking)]
    private static partial Regex Example();

    private static bool HasChinese(string text) => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff');
}
