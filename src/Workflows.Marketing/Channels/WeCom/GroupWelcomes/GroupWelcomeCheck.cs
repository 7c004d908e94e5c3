using System.Text;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.GroupWelcomes;

/// <summary>Checks a group welcome before WeCom is asked.</summary>
internal static class GroupWelcomeCheck
{
    private const int LongestName = 64;
    private const int LongestText = 3_000;

    public static IReadOnlyList<Diagnostic> Check(GroupWelcome welcome)
    {
        List<Diagnostic> found = [];
        if (welcome.Name.Length is 0 or > LongestName || welcome.Name.Any(char.IsControl))
        {
            found.Add(new Diagnostic("GWL001", $"1 to {LongestName} printable characters are needed here.", "$.name"));
        }

        if (string.IsNullOrWhiteSpace(welcome.Text) && welcome.Attachment is null)
        {
            found.Add(
                new Diagnostic("GWL002", "The welcome says nothing.", "$", Remedy: "Give it a text or an attachment.")
            );
        }

        if (Encoding.UTF8.GetByteCount(welcome.Text) > LongestText)
        {
            found.Add(new Diagnostic("GWL003", $"The text is longer than {LongestText} bytes.", "$.text"));
        }

        if (welcome.Attachment is Attachment.Fields)
        {
            found.Add(
                new Diagnostic(
                    "GWL004",
                    "A welcome carries a picture, a link, a mini-program, a file or a video.",
                    "$.attachment"
                )
            );
        }

        return found;
    }
}
