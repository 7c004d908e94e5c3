namespace Workflows.Rules.Cases;

/// <summary>A text in one or more languages.</summary>
/// <param name="Texts">The texts by language (<c>zh</c>, <c>en</c>); the empty language holds a text that is the same in all.</param>
public sealed record LocalizedText(IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The text in a language, or in any other one where it is missing; empty when there is none.</summary>
    public string In(string language) =>
        Texts.TryGetValue(language, out var text) ? text : Texts.Values.FirstOrDefault() ?? "";
}
