using Workflows.Expressions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;

namespace Workflows.Marketing.Content;

/// <summary>Fills scripts in outside journeys, for whoever reads them to a contact.</summary>
/// <param name="contact">The contact; null leaves texts as they are written.</param>
public sealed class ScriptFilling(ContactState? contact)
{
    private readonly Contact? _contact = contact is null ? null : new Contact(contact);

    /// <summary>What a script says.</summary>
    /// <param name="item">The script.</param>
    /// <param name="language">The language; that of the contact unless given.</param>
    public string Fill(ContentItem item, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        var text = item.In(language ?? ContentLanguage.Of(_contact)).Text;
        return _contact is { } reader && Expression.Compile(text, Notation.Liquid).Expression is { } template
            ? template.Evaluate(MapScope.Of(("contact", ContactMembers.All(reader))))?.ToString() ?? ""
            : text;
    }
}
