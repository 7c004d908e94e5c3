using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Workflows.Host.Auth;

namespace Workflows.Host.Api;

/// <summary>What the OpenAPI document says beyond the routes themselves.</summary>
internal static class OpenApiDescription
{
    public static void Configure(OpenApiOptions options) =>
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Workflows",
                    Version = "v1",
                    Description =
                        "Journeys of customers: definitions, rule sets, events, contacts, instances, messages.",
                };
                // The address the document was asked at says nothing about the API, and would make the document differ.
                document.Servers?.Clear();
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(
                    StringComparer.Ordinal
                )
                {
                    ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
                    ["apiKey"] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.ApiKey,
                        In = ParameterLocation.Header,
                        Name = ApiKeyAuthentication.Header,
                    },
                };
                document.Security =
                [
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] },
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("apiKey", document)] = [] },
                ];
                return Task.CompletedTask;
            }
        );
}
