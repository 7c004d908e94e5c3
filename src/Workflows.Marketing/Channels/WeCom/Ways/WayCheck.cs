using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>Checks a way before WeCom is asked.</summary>
internal static class WayCheck
{
    private const int MostStaff = 100;

    public static IReadOnlyList<Diagnostic> Check(WaySpec spec)
    {
        List<Diagnostic> found = [];
        if (
            spec.Name.Length is 0 or > 30
            || !spec.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        )
        {
            Add(
                "WAY001",
                "A name has 1 to 30 letters, digits, '-' and '_': it comes back with the customer.",
                "$.name"
            );
        }

        if (spec.Kind == WayKind.Group)
        {
            Texts(spec.Groups, ContactWays.JoinWayCalls.MostGroups, "WAY002", "$.groups", "groups");
        }
        else
        {
            Texts(spec.Staff, MostStaff, "WAY003", "$.staff", "members of staff");
        }

        Text(spec.Remark, 30, "$.remark");
        Text(spec.SourceTag, 64, "$.sourceTag");
        Text(spec.Store, 64, "$.store");
        Text(spec.NewGroupName, 40, "$.newGroupName");
        return found;

        void Add(string code, string message, string path) => found.Add(new Diagnostic(code, message, path));

        void Text(string? text, int most, string path)
        {
            if (text?.Length > most)
            {
                Add("WAY004", $"At most {most} characters fit here.", path);
            }
        }

        void Texts(IReadOnlyList<string> texts, int most, string code, string path, string what)
        {
            if (texts.Count == 0 || texts.Count > most || texts.Any(text => text.Length is 0 or > 64))
            {
                Add(code, $"1 to {most} {what} are needed, by their ids.", path);
            }
        }
    }
}
