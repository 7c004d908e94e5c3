using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Phones;

/// <summary><c>/_emu/phones</c>: what the pages show, and a feed that says when to look again.</summary>
internal static class PhoneControls
{
    private const int Most = 200;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    public static void MapPhones(this IEndpointRouteBuilder controls, Company company)
    {
        controls.MapGet("/phones", () => company.See(() => Index(company)));
        controls.MapGet("/phones/customers/{id}", (string id) => company.See(() => Customer(company, id)));
        controls.MapGet("/phones/staff/{id}", (string id) => company.See(() => Staff(company, id)));
        controls.MapGet("/feed", (HttpContext http) => FeedAsync(http, company));
    }

    private static PhoneIndex Index(Company company) =>
        new(
            company.Name,
            company.Id,
            company.Local(company.Clock.GetUtcNow()),
            company.Callbacks.Settings?.Url,
            company.Violations.All.Count,
            company.Mail.Letters.Count,
            [
                .. company
                    .Customers.Values.Take(Most)
                    .Select(customer => new PhoneEntry(
                        customer.ExternalUserId,
                        customer.Name,
                        string.Join("、", customer.Follows.Keys.Select(company.NameOf)),
                        company.Log.Of(customer.ExternalUserId).Count
                    )),
            ],
            [
                .. company
                    .Members.Values.Take(Most)
                    .Select(member => new PhoneEntry(
                        member.UserId,
                        member.Name,
                        $"{member.Store} {member.Position}".Trim(),
                        StaffTasks.Of(company, member.UserId).Count(task => task.State is "pending")
                    )),
            ],
            Posters.Of(company)
        );

    private static Results<Ok<CustomerPhone>, NotFound> Customer(Company company, string id) =>
        company.Customers.TryGetValue(id, out var customer)
            ? TypedResults.Ok(CustomerPhones.Of(company, customer))
            : TypedResults.NotFound();

    private static Results<Ok<StaffPhone>, NotFound> Staff(Company company, string id) =>
        company.Members.TryGetValue(id, out var member)
            ? TypedResults.Ok(StaffPhones.Of(company, member))
            : TypedResults.NotFound();

    private static async Task FeedAsync(HttpContext http, Company company)
    {
        http.Response.ContentType = "text/event-stream";
        var seen = -1L;
        while (!http.RequestAborted.IsCancellationRequested)
        {
            if (company.Version is var version && version != seen)
            {
                seen = version;
                await http.Response.WriteAsync($"data: {version}\n\n", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }

            await Task.Delay(Beat, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
