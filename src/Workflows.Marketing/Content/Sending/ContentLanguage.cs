using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Content;

/// <summary>The language in which contents speak to a contact.</summary>
internal static class ContentLanguage
{
    private const string Chinese = "zh";
    private const string English = "en";

    /// <summary>What the contact's attribute <c>language</c> says; whoever has none, and groups, read Chinese.</summary>
    public static string Of(Contact? contact) =>
        contact?.Attribute("language") is string language
        && language.StartsWith(English, StringComparison.OrdinalIgnoreCase)
            ? English
            : Chinese;
}
