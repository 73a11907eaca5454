// The page asks nobody but this server: no validator of others, no fonts, no pictures.
window.onload = () =>
  SwaggerUIBundle({
    url: "/docs/openapi.json",
    dom_id: "#docs",
    deepLinking: true,
    displayRequestDuration: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    showExtensions: true,
    tryItOutEnabled: false,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
  });
