using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Storage.Contacts;

namespace Workflows.Host.Commands.Contacts;

/// <summary>A customer on a terminal.</summary>
internal static class ContactPage
{
    private const int LongestDetail = 60;

    public static void Show(ContactOverview overview, Language language, IAnsiConsole console)
    {
        var isChinese = language == Language.Chinese;
        var contact = overview.Contact;
        var facts = new Table().HideHeaders().AddColumns("", "");
        Add(isChinese ? "编号" : "Id", $"{contact.Id}");
        Add(isChinese ? "身份" : "Identities", $"{contact.Identities}");
        Add(isChinese ? "加入时间" : "Joined", Time(contact.JoinedAt));
        Add(
            isChinese ? "已付订单" : "Paid orders",
            string.Create(CultureInfo.InvariantCulture, $"{contact.PaidOrderCount} ({contact.PaidAmount})")
        );
        Add(isChinese ? "私域池" : "Pool", contact.Pool ?? "-");
        Add(isChinese ? "关系阶段" : "Stage", contact.Stage);
        Add(isChinese ? "标签" : "Tags", string.Join(", ", contact.Tags));
        Add(
            isChinese ? "员工" : "Staff",
            string.Join(", ", contact.Relations.Select(one => $"{one.StaffId} ({one.State})"))
        );
        Add(
            isChinese ? "群" : "Groups",
            string.Join(", ", overview.Seats.Select(seat => $"{seat.GroupId} ({seat.State})"))
        );
        Add(
            isChinese ? "拒收" : "Refuses",
            string.Join(
                ", ",
                contact
                    .Consents.Where(mark => !mark.IsGranted)
                    .Select(mark => $"{mark.Channel ?? "*"}/{mark.Purpose ?? "*"}")
            )
        );
        Add(isChinese ? "进行中的旅程" : "Journeys", string.Join(", ", overview.RunningJourneys));
        console.Write(facts);
        console.Write(Timeline(overview, isChinese));

        void Add(string name, string value) => facts.AddRow(Markup.Escape(name), Markup.Escape(value));
    }

    private static Table Timeline(ContactOverview overview, bool isChinese)
    {
        var table = new Table().AddColumns(
            isChinese ? ["时间", "类型", "内容", "详情"] : ["At", "Kind", "What", "Details"]
        );
        foreach (var entry in overview.Timeline)
        {
            var details = entry.Details ?? "";
            table.AddRow(
                Time(entry.At),
                Markup.Escape(entry.Kind),
                Markup.Escape(entry.What),
                Markup.Escape(details.Length <= LongestDetail ? details : details[..LongestDetail] + "…")
            );
        }

        return table;
    }

    private static string Time(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
