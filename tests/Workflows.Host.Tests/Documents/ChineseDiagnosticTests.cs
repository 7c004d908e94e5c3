using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;

namespace Workflows.Host.Tests.Documents;

/// <summary>What is wrong with journeys, limits, events and imported rows is said in Chinese, too.</summary>
public sealed class ChineseDiagnosticTests
{
    [Fact]
    public void Marketing_EverySentenceOfADiagnostic_HasChinese()
    {
        var sentences = DiagnosticSources.In(Path.Combine(Repository.Root, "src", "Workflows.Marketing")).ToArray();

        var english = sentences
            .Where(one => !HasChinese(Said(one.Sentence)))
            .Select(one => $"{one.File}: {one.Sentence}")
            .ToArray();

        Assert.True(sentences.Length > 150, "The sources are not read as they are written.");
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

    private static bool HasChinese(string text) => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff');
}
