using Spectre.Console;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom.Commands;

/// <summary>Ways as people read them.</summary>
internal static class WayTable
{
    public static Table Of(IEnumerable<Way> ways)
    {
        var table = new Table().AddColumns("name", "kind", "leads to", "source tag", "remark", "link");
        foreach (var way in ways)
        {
            table.AddRow(
                Markup.Escape(way.Spec.Name),
                way.Spec.Kind.ToString(),
                Markup.Escape(string.Join(" ", way.Spec.Kind == WayKind.Group ? way.Spec.Groups : way.Spec.Staff)),
                Markup.Escape(way.Spec.SourceTag ?? ""),
                Markup.Escape(way.Spec.Remark ?? ""),
                Markup.Escape(way.Reference is null ? "not made yet" : way.Address ?? "")
            );
        }

        return table;
    }
}
