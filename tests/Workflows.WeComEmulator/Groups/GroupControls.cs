using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Groups;

/// <summary><c>/_emu/groups</c>: what owners do in the client.</summary>
internal static class GroupControls
{
    public static void MapGroups(this IEndpointRouteBuilder controls, Company company)
    {
        controls.MapPost(
            "/groups",
            (NewGroup group) =>
                TypedResults.Ok(
                    company.Do(() => GroupLife.Create(company, group.Name, group.Owner, group.Capacity).ChatId)
                )
        );
        controls.MapPost(
            "/groups/{id}/dismiss",
            (string id) => With(company, id, group => GroupLife.Dismiss(company, group))
        );
        controls.MapPut(
            "/groups/{id}/welcome/{template}",
            (string id, string template) => With(company, id, group => group.WelcomeTemplate = template)
        );
    }

    private static Results<NoContent, NotFound> With(Company company, string id, Action<CustomerGroup> act) =>
        company.Do<Results<NoContent, NotFound>>(() =>
        {
            if (!company.Groups.TryGetValue(id, out var group))
            {
                return TypedResults.NotFound();
            }

            act(group);
            return TypedResults.NoContent();
        });
}
