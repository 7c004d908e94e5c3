using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Groups;
using Workflows.WeComEmulator.Transfers;
using Workflows.WeComEmulator.Ways;
using Workflows.WeComEmulator.WeChat;

namespace Workflows.WeComEmulator.Customers;

/// <summary><c>/_emu/customers</c>: what customers do on their phones.</summary>
internal static class CustomerControls
{
    public static void MapCustomers(this IEndpointRouteBuilder controls, Company company, HttpClient client)
    {
        controls.MapPost(
            "/customers",
            (NewCustomer someone) => TypedResults.Ok(company.Do(() => Add(company, someone)))
        );
        var customer = controls.MapGroup("/customers/{id}");
        customer.MapPost(
            "/scan",
            (string id, CustomerAct act) => Scanned(company, id, who => Scan.Of(company, who, act.Qr ?? string.Empty))
        );
        customer.MapPost("/link", (string id, CustomerAct act) => Scanned(company, id, who => Link(company, who, act)));
        customer.MapPost("/add", (string id, CustomerAct act) => Act(company, id, who => AddMember(company, who, act)));
        customer.MapPost("/delete", (string id, CustomerAct act) => Act(company, id, who => Delete(company, who, act)));
        customer.MapPost("/reply", (string id, CustomerAct act) => Act(company, id, who => Reply(company, who, act)));
        customer.MapPost("/join", (string id, CustomerAct act) => Act(company, id, who => Join(company, who, act)));
        customer.MapPost("/quit", (string id, CustomerAct act) => Act(company, id, who => Quit(company, who, act)));
        customer.MapPost(
            "/refuse-transfer",
            (string id) => Act(company, id, who => Handover.Refuse(company, who.ExternalUserId))
        );
        customer.MapPost(
            "/like",
            (string id, CustomerAct act) => Act(company, id, who => MomentReactions.Like(company, who, act))
        );
        customer.MapPost(
            "/comment",
            (string id, CustomerAct act) => Act(company, id, who => MomentReactions.Comment(company, who, act))
        );
        customer.MapPost(
            "/subscribe",
            (string id, CustomerAct act) => Act(company, id, who => Subscribe(company, who, act))
        );
        customer.MapPost(
            "/official-account",
            (string id, CustomerAct act) => Act(company, id, who => Touch(company, who, act))
        );
        customer.MapPost("/kf", (string id, CustomerAct act) => Act(company, id, who => Ask(company, who, act)));
        customer.MapPost("/click", (string id, CustomerAct act) => LinkClick.OpenAsync(company, client, id, act));
    }

    private static string Add(Company company, NewCustomer someone)
    {
        var id = someone.ExternalUserId ?? company.Ids.Next("wm");
        company.Customers[id] = new Customer(id, someone.Name)
        {
            Mobile = someone.Mobile,
            UnionId = someone.UnionId ?? company.Ids.Next("oz", 29),
            OpenId = company.Ids.Next("oX", 28),
        };
        return id;
    }

    private static Results<Ok<ScanResult>, NotFound> Scanned(
        Company company,
        string id,
        Func<Customer, ScanResult> scan
    ) =>
        company.Do<Results<Ok<ScanResult>, NotFound>>(() =>
            company.Customers.TryGetValue(id, out var customer)
                ? TypedResults.Ok(scan(customer))
                : TypedResults.NotFound()
        );

    private static Results<NoContent, NotFound> Act(Company company, string id, Func<Customer, bool> act) =>
        company.Do(() => company.Customers.TryGetValue(id, out var customer) && act(customer))
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static ScanResult Link(Company company, Customer customer, CustomerAct act) =>
        company.Ways.Links.Values.FirstOrDefault(link =>
            act.Url?.StartsWith(link.Url, StringComparison.Ordinal) is true
        )
            is { } link
            ? Scan.Link(company, customer, link, act.State)
            : new ScanResult("invalid");

    private static bool AddMember(Company company, Customer customer, CustomerAct act) =>
        company.Members.TryGetValue(act.Member ?? string.Empty, out var member)
        && Acquaintance.Befriend(company, customer, member, act.State, AddWays.CardShare) is not null;

    private static bool Delete(Company company, Customer customer, CustomerAct act) =>
        company.Members.TryGetValue(act.Member ?? string.Empty, out var member)
        && Acquaintance.Leave(company, customer, member);

    private static bool Reply(Company company, Customer customer, CustomerAct act)
    {
        if (act.Member is { } userId && customer.Follows.TryGetValue(userId, out var relation))
        {
            relation.LastChatAt = company.Clock.GetUtcNow();
            company.Log.Say(customer.ExternalUserId, userId, null, act.Text ?? string.Empty);
            return true;
        }

        if (
            act.ChatId is { } chatId
            && company.Groups.TryGetValue(chatId, out var group)
            && group.Has(customer.ExternalUserId)
        )
        {
            company.Log.Say(customer.ExternalUserId, null, chatId, act.Text ?? string.Empty);
            return true;
        }

        return false;
    }

    private static bool Subscribe(Company company, Customer customer, CustomerAct act)
    {
        company.WeChat.Subscribe(customer.OpenId, act.Template ?? string.Empty);
        return true;
    }

    /// <summary>What the follower did opens the window in which the account may answer.</summary>
    private static bool Touch(Company company, Customer customer, CustomerAct act)
    {
        if (ReplyWindow.After(act.Text ?? string.Empty, company.Clock.GetUtcNow()) is not { } window)
        {
            return false;
        }

        company.WeChat.Open(customer.OpenId, window);
        return true;
    }

    private static bool Ask(Company company, Customer customer, CustomerAct act)
    {
        company.Kf.Write(
            act.OpenKf ?? string.Empty,
            customer.ExternalUserId,
            act.Text ?? string.Empty,
            company.Clock.GetUtcNow()
        );
        return true;
    }

    private static bool Join(Company company, Customer customer, CustomerAct act) =>
        company.Groups.TryGetValue(act.ChatId ?? string.Empty, out var group)
        && GroupLife.Join(company, group, customer, act.JoinScene, act.State);

    private static bool Quit(Company company, Customer customer, CustomerAct act) =>
        company.Groups.TryGetValue(act.ChatId ?? string.Empty, out var group)
        && GroupLife.Quit(company, group, customer);
}
