using Microsoft.AspNetCore.Http.HttpResults;
using QRCoder;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Ways;

/// <summary><c>/qr/{id}</c>: the picture of a QR code, which holds its own address.</summary>
internal static class QrPictures
{
    private const int Dot = 8;

    public static void MapQrCodes(this IEndpointRouteBuilder routes, Company company) =>
        routes.MapGet("/qr/{id}", (string id) => Picture(company, id));

    private static Results<ContentHttpResult, NotFound> Picture(Company company, string id)
    {
        if (!company.See(() => company.Ways.Contacts.ContainsKey(id) || company.Ways.Joins.ContainsKey(id)))
        {
            return TypedResults.NotFound();
        }

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(QrCodes.Of(company, id), QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return TypedResults.Content(picture.GetGraphic(Dot), "image/svg+xml");
    }
}
