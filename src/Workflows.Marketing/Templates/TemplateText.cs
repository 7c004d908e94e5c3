using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Templates;

/// <summary>What people read, in both languages.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record TemplateText(string Zh, string En)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;
}
