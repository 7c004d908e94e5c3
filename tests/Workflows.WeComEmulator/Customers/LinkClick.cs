using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Customers;

/// <summary>A customer opens a link; the emulator fetches it once, so that whoever tracks the link learns of it.</summary>
internal static class LinkClick
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<Results<Ok<int>, NotFound, StatusCodeHttpResult>> OpenAsync(
        Company company,
        HttpClient client,
        string id,
        CustomerAct act
    )
    {
        if (
            !company.See(() => company.Customers.ContainsKey(id))
            || !Uri.TryCreate(act.Url, UriKind.Absolute, out var url)
        )
        {
            return TypedResults.NotFound();
        }

        if (!act.Open)
        {
            return TypedResults.Ok(StatusCodes.Status200OK);
        }

        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            return TypedResults.Ok((int)response.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return TypedResults.StatusCode(StatusCodes.Status502BadGateway);
        }
    }
}
