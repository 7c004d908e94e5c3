using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Storage.Contacts;

namespace Workflows.Host.Commands.Contacts;

/// <summary>A customer on a terminal.</summary>
internal sealed class ContactPage(Language language, TimeZoneInfo timeZone)
{
    private const int LongestDetail = 60;
    private const int LongestList = 20;
    private readonly ContactWords _words = new(language);

    /// <summary>Writes everything about a customer; times are those of the workspace.</summary>
    public void Show(ContactOverview overview, IAnsiConsole console)
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
        Add(isChinese ? "私域池" : "Pool", contact.Pool is { } pool ? _words.Of(pool) : "-");
        Add(isChinese ? "关系阶段" : "Stage", _words.Of(contact.Stage));
        Add(isChinese ? "标签" : "Tags", string.Join(", ", contact.Tags));
        Add(
            isChinese ? "员工" : "Staff",
            string.Join(", ", contact.Relations.Select(one => $"{one.StaffId} ({_words.Of(one.State)})"))
        );
        Add(
            isChinese ? "群" : "Groups",
            string.Join(", ", overview.Seats.Select(seat => $"{seat.GroupId} ({_words.Of(seat.State)})"))
        );
        Add(
            isChinese ? "拒收" : "Refuses",
            string.Join(
                ", ",
                contact
                    .Consents.Where(mark => !mark.IsGranted)
                    .Select(mark => $"{mark.Channel ?? "*"}/{(mark.Purpose is { } purpose ? _words.Of(purpose) : "*")}")
            )
        );
        Add(isChinese ? "进行中的旅程" : "Journeys", string.Join(", ", overview.RunningJourneys));
        console.Write(facts);
        if (overview.Orders.Count > 0)
        {
            console.Write(Orders(overview, isChinese));
        }

        console.Write(Timeline(overview, isChinese));

        void Add(string name, string value) => facts.AddRow(Markup.Escape(name), Markup.Escape(value));
    }

    private Table Timeline(ContactOverview overview, bool isChinese)
    {
        var table = new Table().AddColumns(
            isChinese ? ["时间", "类型", "内容", "详情"] : ["At", "Kind", "What", "Details"]
        );
        foreach (var entry in overview.Timeline)
        {
            var details = entry.Details ?? "";
            table.AddRow(
                Time(entry.At),
                Markup.Escape(_words.Of(entry.Kind)),
                Markup.Escape(_words.Of(entry.What)),
                Markup.Escape(details.Length <= LongestDetail ? details : details[..LongestDetail] + "…")
            );
        }

        return table;
    }

    private Table Orders(ContactOverview overview, bool isChinese)
    {
        var table = new Table().AddColumns(
            isChinese ? ["付款时间", "订单", "实付", "已退", "商品"] : ["Paid at", "Order", "Paid", "Refunded", "Lines"]
        );
        foreach (var order in overview.Orders.Take(LongestList))
        {
            table.AddRow(
                order.PaidAt is { } at ? Time(at) : "-",
                Markup.Escape($"{order.Source} {order.Number}"),
                order.Paid.ToString(CultureInfo.InvariantCulture),
                order.Refunded.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(
                    string.Join(
                        ", ",
                        order.Lines.Select(line =>
                            string.Create(CultureInfo.InvariantCulture, $"{line.Name ?? line.Sku} × {line.Quantity}")
                        )
                    )
                )
            );
        }

        return table;
    }

    private string Time(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, timeZone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
