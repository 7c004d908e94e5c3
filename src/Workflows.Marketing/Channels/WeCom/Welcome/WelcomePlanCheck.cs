using System.Globalization;
using System.Text;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>Says everything that is wrong with a plan before it is published. Sizes are those of WeCom's path/92137.</summary>
internal static class WelcomePlanCheck
{
    /// <summary>The most bytes of text in one welcome.</summary>
    public const int MaxTextBytes = 4_000;

    private const int MaxAttachments = 9;
    private const int MaxWishes = 500;

    public static IReadOnlyList<Diagnostic> Check(WelcomePlan plan)
    {
        List<Diagnostic> found = [];
        if (plan.Rules.Count > WelcomePlan.MaxRules)
        {
            found.Add(
                new Diagnostic(WelcomeCodes.TooMany, $"A plan has at most {WelcomePlan.MaxRules} rules.", "$.rules")
            );
            return found;
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        var isClosed = false;
        for (var i = 0; i < plan.Rules.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"$.rules[{i}]");
            Check(plan.Rules[i], path, names, found);
            if (isClosed)
            {
                found.Add(
                    new Diagnostic(
                        WelcomeCodes.Unreachable,
                        "No friend comes to this rule: one before it takes everybody.",
                        path,
                        Remedy: "Move the rule for everybody to the end.",
                        Severity: DiagnosticSeverity.Warning
                    )
                );
            }

            isClosed |= plan.Rules[i] is { States.Count: 0, Staff.Count: 0, Stores.Count: 0 };
        }

        return found;
    }

    private static void Check(WelcomeRule rule, string path, HashSet<string> names, List<Diagnostic> found)
    {
        if (string.IsNullOrWhiteSpace(rule.Name) || rule.Name.Length > 64 || !names.Add(rule.Name))
        {
            found.Add(
                new Diagnostic(WelcomeCodes.Name, "A rule has a name of its own, 1 to 64 characters.", $"{path}.name")
            );
        }

        if (rule.States.Count + rule.Staff.Count + rule.Stores.Count > MaxWishes)
        {
            found.Add(
                new Diagnostic(
                    WelcomeCodes.TooMany,
                    $"A rule names at most {MaxWishes} states, members of staff and stores together.",
                    path,
                    Remedy: "A state that ends with * stands for all that begin so."
                )
            );
        }

        if (!rule.LeftToJourney)
        {
            CheckContent(rule, path, found);
        }
    }

    private static void CheckContent(WelcomeRule rule, string path, List<Diagnostic> found)
    {
        if (string.IsNullOrWhiteSpace(rule.Text) && rule.Attachments.Count == 0)
        {
            found.Add(
                new Diagnostic(
                    WelcomeCodes.Silent,
                    "The rule says nothing.",
                    path,
                    Remedy: "Give it a text or an attachment, or leave the welcome to a journey."
                )
            );
        }

        if (Encoding.UTF8.GetByteCount(rule.Text) > MaxTextBytes)
        {
            found.Add(
                new Diagnostic(WelcomeCodes.TooLong, $"The text is longer than {MaxTextBytes} bytes.", $"{path}.text")
            );
        }
        else
        {
            found.AddRange(
                WelcomeText
                    .Compile(rule.Text)
                    .Diagnostics.Select(wrong => new Diagnostic(WelcomeCodes.Template, wrong.Message, $"{path}.text"))
            );
        }

        CheckAttachments(rule.Attachments, $"{path}.attachments", found);
    }

    private static void CheckAttachments(IReadOnlyList<Attachment> attachments, string path, List<Diagnostic> found)
    {
        if (attachments.Count > MaxAttachments)
        {
            found.Add(
                new Diagnostic(WelcomeCodes.TooMany, $"A welcome has at most {MaxAttachments} attachments.", path)
            );
        }

        for (var i = 0; i < attachments.Count; i++)
        {
            if (WelcomeAttachments.WhyNot(attachments[i]) is { } reason)
            {
                found.Add(
                    new Diagnostic(
                        WelcomeCodes.Attachment,
                        reason,
                        string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")
                    )
                );
            }
        }
    }
}
