using System.Text;
using Workflows.Expressions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>A welcome's text, compiled once and filled in for each friend.</summary>
internal sealed class WelcomeText
{
    private readonly Expression _template;

    private WelcomeText(Expression template) => _template = template;

    /// <summary>Compiles a template.</summary>
    /// <returns>It, or what is wrong.</returns>
    public static ExpressionCompilation Compile(string template) => Expression.Compile(template, Notation.Liquid);

    public static WelcomeText Of(string template) =>
        new(Compile(template).Expression ?? throw new InvalidDataException("A published welcome cannot be compiled."));

    /// <summary>Fills the template in; what does not fit into WeCom's 4,000 bytes is left out.</summary>
    public string Fill(Contact contact, Newcomer newcomer)
    {
        var values = MapScope.Of(
            ("contact", ContactMembers.All(contact)),
            ("staff", Staff(newcomer)),
            ("store", newcomer.Store),
            ("state", newcomer.State)
        );
        return Shorten(_template.Evaluate(values)?.ToString() ?? "");
    }

    private static Dictionary<string, object?> Staff(Newcomer newcomer) =>
        new(StringComparer.Ordinal) { ["id"] = newcomer.Staff, ["name"] = newcomer.StaffName };

    private static string Shorten(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= WelcomePlanCheck.MaxTextBytes)
        {
            return text;
        }

        var kept = new StringBuilder();
        var room = WelcomePlanCheck.MaxTextBytes;
        foreach (var letter in text.EnumerateRunes())
        {
            room -= letter.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            kept.Append(letter);
        }

        return kept.ToString();
    }
}
