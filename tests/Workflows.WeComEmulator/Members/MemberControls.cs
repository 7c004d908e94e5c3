using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Customers;

namespace Workflows.WeComEmulator.Members;

/// <summary><c>/_emu/members</c>: what members do on their phones, and how they do it when nobody touches them.</summary>
internal static class MemberControls
{
    public static void MapMembers(this IEndpointRouteBuilder controls, Company company)
    {
        controls.MapPut("/policy", (ConfirmPolicy policy) => company.Do(() => SetAll(company, policy)));
        controls.MapDelete("/policy", () => company.Do(() => SetAll(company, null)));
        var member = controls.MapGroup("/members/{id}");
        member.MapPut("/policy", (string id, ConfirmPolicy policy) => With(company, id, who => who.Policy = policy));
        member.MapDelete("/policy", (string id) => With(company, id, who => who.Policy = null));
        member.MapGet("/tasks", (string id) => company.See(() => StaffTasks.Of(company, id)));
        member.MapPost(
            "/tasks/{task}/confirm",
            (string id, string task) => Act(company, () => StaffTasks.Confirm(company, id, task))
        );
        member.MapPost(
            "/tasks/{task}/ignore",
            (string id, string task) => Act(company, () => StaffTasks.Ignore(company, id, task))
        );
        member.MapPost(
            "/tasks/{task}/partial",
            (string id, string task, int count) => Act(company, () => StaffTasks.Confirm(company, id, task, count))
        );
        member.MapPost(
            "/requests/{customer}/accept",
            (string id, string customer) => Act(company, () => Accept(company, id, customer))
        );
        member.MapPost(
            "/customers/{customer}/delete",
            (string id, string customer) => Act(company, () => Delete(company, id, customer))
        );
        member.MapPost("/resign", (string id) => With(company, id, who => Resign(company, who)));
    }

    private static void SetAll(Company company, ConfirmPolicy? policy)
    {
        foreach (var member in company.Members.Values)
        {
            member.Policy = policy;
        }
    }

    private static Results<NoContent, NotFound> With(Company company, string id, Action<Member> act) =>
        Act(
            company,
            () =>
            {
                if (!company.Members.TryGetValue(id, out var member))
                {
                    return false;
                }

                act(member);
                return true;
            }
        );

    private static Results<NoContent, NotFound> Act(Company company, Func<bool> act) =>
        company.Do(act) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static bool Accept(Company company, string id, string customerId) =>
        company.Members.TryGetValue(id, out var member)
        && company.Customers.TryGetValue(customerId, out var customer)
        && customer.Requests.TryGetValue(id, out var request)
        && Acquaintance.Befriend(company, customer, member, request.State, request.AddWay) is not null;

    private static bool Delete(Company company, string id, string customerId) =>
        company.Members.TryGetValue(id, out var member)
        && company.Customers.TryGetValue(customerId, out var customer)
        && Acquaintance.Dismiss(company, customer, member);

    private static void Resign(Company company, Member member)
    {
        member.ResignedAt = company.Clock.GetUtcNow();
        foreach (
            var group in company.Groups.Values.Where(group =>
                string.Equals(group.Owner, member.UserId, StringComparison.Ordinal)
            )
        )
        {
            group.Status = 1;
        }
    }
}
